namespace Tripod.Host.Native;

/// <summary>fcntl.h and linux/close_range.h; flags that differ between architectures are in <see cref="Architecture"/>.</summary>
internal static class Fcntl
{
    public const int AT_FDCWD = -100;
    public const int O_RDONLY = 0;
    public const int O_WRONLY = 1;
    public const int O_RDWR = 2;
    public const int O_APPEND = 0x400;
    public const int O_CLOEXEC = 0x80000;
    public const int F_DUPFD_CLOEXEC = 1030;
}
