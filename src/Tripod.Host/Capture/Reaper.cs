using System.Diagnostics;
using Tripod.Host.Native;

namespace Tripod.Host.Capture;

/// <summary>Ends children of ours, and never waits for ever.</summary>
internal static class Reaper
{
    private const long DyingTime = 2000 * Time.NanosecondsPerMillisecond;
    private const long ShortestNap = 50_000;
    private const long LongestNap = 2 * Time.NanosecondsPerMillisecond;

    /// <summary>Kills and reaps a child; false if the kernel holds it, to be tried again later.</summary>
    public static bool TryEnd(int pid)
    {
        Kernel.Kill(pid, Signal.SIGKILL);
        return TryReap(pid, DyingTime);
    }

    /// <summary>
    /// Waits for a child to end by itself; true if it is gone, reaped now or before. By looking again and again: there
    /// is no signal for these children, and a pidfd would be a descriptor among the target's.
    /// </summary>
    public static bool TryReap(int pid, long timeout)
    {
        long deadline = Stopwatch.GetTimestamp() + timeout;
        for (long nap = ShortestNap; !IsGone(pid); nap = Math.Min(2 * nap, LongestNap))
        {
            if (Stopwatch.GetTimestamp() > deadline)
                return false;
            Kernel.WaitReadable(-1, nap);
        }
        return true;
    }

    private static bool IsGone(int pid) => pid <= 0 || Kernel.TryReap(pid) != 0;
}
