namespace Tripod.Host.Native;

/// <summary>errno.h, and the kernel's own codes of linux/errno.h that only a tracer sees.</summary>
internal static class Errno
{
    public const int EPERM = 1;
    public const int ESRCH = 3;
    public const int EINTR = 4;
    public const int EIO = 5;
    public const int EBADF = 9;
    public const int EAGAIN = 11;
    public const int EBUSY = 16;
    public const int EINVAL = 22;
    public const int EPIPE = 32;
    public const int ENOSYS = 38;
    public const int ETIMEDOUT = 110;

    /// <summary>"Start this call again, unless a signal handler runs: then EINTR."</summary>
    public const int ERESTARTNOHAND = 514;
}
