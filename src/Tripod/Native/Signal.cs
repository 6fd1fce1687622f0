using System.Runtime.InteropServices;

namespace Tripod.Native;

/// <summary>signal.h</summary>
internal static partial class Signal
{
    private const int SIGPIPE = 13;
    private const nint SIG_DFL = 0;

    /// <summary>The runtime ignores SIGPIPE, and execve(2) passes ignored signals on: the target shall get the default.</summary>
    public static void RestorePipe() => signal(SIGPIPE, SIG_DFL);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint signal(int number, nint handler);
}
