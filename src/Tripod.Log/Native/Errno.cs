using System.Runtime.InteropServices;

namespace Tripod.Log.Native;

/// <summary><c>errno.h</c></summary>
internal static class Errno
{
    public const int ENOENT = 2;
    public const int EEXIST = 17;

    public static string Text(int errno) => Marshal.GetPInvokeErrorMessage(errno);
}
