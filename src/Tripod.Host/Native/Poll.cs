namespace Tripod.Host.Native;

/// <summary>poll.h</summary>
internal static class Poll
{
    public const short POLLIN = 1;
}

internal struct pollfd
{
    public int fd;
    public short events;
    public short revents;
}
