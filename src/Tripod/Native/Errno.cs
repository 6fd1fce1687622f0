using System.Runtime.InteropServices;

namespace Tripod.Native;

/// <summary>errno(3), for the values that are told apart here; the same on x64 and arm64 (asm-generic/errno-base.h).</summary>
internal static class Errno
{
    public const int EPERM = 1;
    public const int ENOENT = 2;
    public const int EINTR = 4;
    public const int ENOEXEC = 8;
    public const int EACCES = 13;
    public const int ECONNRESET = 104;

    /// <summary>errno of the last call in <see cref="Tripod.Native"/> on this thread.</summary>
    public static int Last => Marshal.GetLastPInvokeError();

    /// <summary>What strerror(3) says.</summary>
    public static string Text(int errno) => Marshal.GetPInvokeErrorMessage(errno);
}
