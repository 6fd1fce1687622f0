using System.Globalization;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>The state of things that have no owner, in words.</summary>
internal static class WaitStates
{
    // Barrier._currentTotalCount (Barrier.cs)
    private const int CurrentMask = 0x7FFF_0000, CurrentShift = 16, TotalMask = 0x7FFF;

    /// <summary>Who else waits for a semaphore (SemaphoreSlim.cs).</summary>
    public static Owner OfSemaphore(in Instance instance) =>
        instance.TryRead("m_currentCount", out int free) && instance.TryRead("m_waitCount", out int waiting) && free >= 0 && waiting > 0
            ? new Owner(null, string.Create(CultureInfo.InvariantCulture, $"{free} free, {waiting} {(waiting == 1 ? "thread" : "threads")} waiting"))
            : default;

    /// <summary>How many have come to a barrier.</summary>
    public static Owner OfBarrier(in Instance instance)
    {
        if (!instance.TryRead("_currentTotalCount", out int counts))
            return default;
        int come = (counts & CurrentMask) >> CurrentShift, all = counts & TotalMask;
        return come < all ? new Owner(null, string.Create(CultureInfo.InvariantCulture, $"{come} of {all} have come")) : default;
    }

    /// <summary>How many signals a CountdownEvent still waits for (CountdownEvent.cs); null if that is not known.</summary>
    public static string? OfCountdown(in Instance instance) => instance.TryRead("_currentCount", out int missing) && missing > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{missing} {(missing == 1 ? "signal" : "signals")} missing")
        : null;
}
