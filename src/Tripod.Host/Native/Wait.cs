namespace Tripod.Host.Native;

/// <summary>sys/wait.h</summary>
internal static class Wait
{
    public const int WNOHANG = 1;
    public const int WUNTRACED = 2;
    public const int __WALL = 0x40000000;
}
