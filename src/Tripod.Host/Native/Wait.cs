namespace Tripod.Host.Native;

/// <summary>sys/wait.h</summary>
internal static class Wait
{
    public const int WNOHANG = 1;
    public const int WEXITED = 4;
    public const int WNOWAIT = 0x1000000;
    public const int __WALL = 0x40000000;
    public const int P_PID = 1;
}
