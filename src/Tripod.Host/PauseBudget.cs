namespace Tripod.Host;

/// <summary>
/// After a pause longer than the budget the next capture waits for fifty times that pause, so that long pauses hold the
/// target for at most 2 % of the time; short ones come as often as the interval says. Times in nanoseconds.
/// </summary>
/// <param name="longest">The longest pause after which nothing waits; 0 for any.</param>
internal struct PauseBudget(long longest)
{
    /// <summary>From the start of a capture to that of the next, in pauses of the first.</summary>
    public const int Share = 50;

    private long _until;

    /// <summary>Whether the target may be held again.</summary>
    public readonly bool IsOver(long now) => now >= _until;

    /// <summary>A capture held the target.</summary>
    /// <param name="pause">For how long.</param>
    /// <param name="start">When it began.</param>
    public void Spend(long pause, long start)
    {
        if (longest > 0 && pause > longest)
            _until = start + Share * pause;
    }
}
