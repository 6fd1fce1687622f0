using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Tripod.Log.Native;

/// <summary><c>fcntl.h</c>; these flags are the same on x64 and arm64.</summary>
internal static partial class Fcntl
{
    public const int O_WRONLY = 0x1;
    public const int O_CREAT = 0x40;
    public const int O_EXCL = 0x80;
    public const int O_CLOEXEC = 0x80000;

    public const int AT_FDCWD = -100;
    public const int AT_SYMLINK_NOFOLLOW = 0x100;
    public const int AT_EMPTY_PATH = 0x1000;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial SafeFileHandle Open(string pathname, int flags, uint mode);
}
