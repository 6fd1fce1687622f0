using System.Runtime.InteropServices;

namespace Tripod.EndToEnd.Terminals;

/// <summary>pty(7), termios.h and sys/ioctl.h. Constants are those of asm-generic/ioctls.h, for x64 and arm64.</summary>
internal static unsafe partial class Pty
{
    internal const int O_RDWR = 2, O_NOCTTY = 0x100, O_CLOEXEC = 0x80000;
    internal const int TIOCSWINSZ = 0x5414;
    internal const uint ECHO = 8;
    internal const int EIO = 5;

    /// <summary>glibc's struct termios: four words of flags first, the local ones last.</summary>
    internal const int TermiosSize = 60, LocalFlags = 3;

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int posix_openpt(int flags);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int grantpt(int master);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int unlockpt(int master);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int ptsname_r(int master, byte* name, nint size);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int tcgetattr(int terminal, void* settings);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int ioctl(int terminal, nint request, void* argument);
}
