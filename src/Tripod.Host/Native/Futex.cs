namespace Tripod.Host.Native;

/// <summary>linux/futex.h</summary>
internal static class Futex
{
    public const int FUTEX_WAIT = 0;
    public const int FUTEX_WAKE = 1;
}
