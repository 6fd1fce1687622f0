namespace Tripod.Host.Native;

/// <summary>sys/resource.h</summary>
internal static class Resource
{
    public const int RLIMIT_NOFILE = 7;
}

internal struct rlimit
{
    public ulong rlim_cur;
    public ulong rlim_max;
}
