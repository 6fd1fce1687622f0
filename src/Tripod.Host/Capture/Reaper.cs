using Tripod.Host.Native;

namespace Tripod.Host.Capture;

/// <summary>Ends children of ours, and never waits for ever.</summary>
internal static class Reaper
{
    private const long DyingTime = 2000 * Time.NanosecondsPerMillisecond;

    /// <summary>Kills and reaps a child; false if the kernel holds it, to be tried again later.</summary>
    public static bool TryEnd(int pid)
    {
        Kernel.Kill(pid, Signal.SIGKILL);
        return TryReap(pid, DyingTime);
    }

    /// <summary>Waits for a child to end by itself; true if it is gone, reaped now or before.</summary>
    public static bool TryReap(int pid, long timeout)
    {
        if (IsGone(pid))
            return true;
        int descriptor = Kernel.OpenProcess(pid); // ours and not reaped: the pid cannot be another's
        if (descriptor < 0)
            return IsGone(pid);
        Kernel.WaitReadable(descriptor, timeout);
        Kernel.Close(descriptor);
        return IsGone(pid);
    }

    private static bool IsGone(int pid) => pid <= 0 || Kernel.TryReap(pid) != 0;
}
