namespace Tripod.Host;

/// <summary>
/// Multiples of the interval from the start, all in nanoseconds of CLOCK_MONOTONIC. Late work does not move later ticks,
/// and ticks that passed unseen are counted, but not made up for.
/// </summary>
internal struct TickSchedule(long start, long interval)
{
    /// <summary>Number of the last tick that was taken; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>When the next tick is due.</summary>
    public readonly long Next => start + (Number + 1) * interval;

    /// <summary>Takes the latest tick that is due; false if none is.</summary>
    /// <param name="now">The time.</param>
    /// <param name="missed">How many were due before that one and were not taken.</param>
    public bool TryTake(long now, out long missed)
    {
        missed = 0;
        if (now < Next)
            return false;
        long latest = (now - start) / interval;
        missed = latest - Number - 1;
        Number = latest;
        return true;
    }
}
