using Tripod.Host.Native;

namespace Tripod.Host.Zone;

/// <summary>What one inhabitant of the zone hands to the kernel by address. Each has its own, for they run at the same time.</summary>
internal unsafe struct Scratch
{
    public const int PathSize = 64;
    public const int TextSize = 512;

    public timespec Time;
    public timespec Delay;
    public itimerval Timer;
    public iovec Vector;
    public rlimit Limit;
    public kernel_sigaction Action;
    public ulong Mask;
    public ulong OldMask;
    public int Status;
    public msghdr Header;
    public cmsghdr Rights;
    public ulong Cookie;
    public fixed byte Path[PathSize];
    public fixed byte Text[TextSize];

    /// <summary>struct stat: 144 bytes on x64, 128 on arm64.</summary>
    public fixed byte Stat[256];
}
