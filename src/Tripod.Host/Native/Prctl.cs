namespace Tripod.Host.Native;

/// <summary>linux/prctl.h</summary>
internal static class Prctl
{
    public const int PR_SET_PDEATHSIG = 1;
    public const int PR_GET_DUMPABLE = 3;
    public const int PR_SET_DUMPABLE = 4;
    public const int PR_SET_TIMERSLACK = 29;
    public const int PR_SET_PTRACER = 0x59616d61;
}
