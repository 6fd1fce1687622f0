namespace Tripod.Log;

/// <summary>One entry of a log.</summary>
public abstract record LogEntry
{
    private protected LogEntry(DateTimeOffset time) => Time = time;

    /// <summary>What happened then; in the log it is UTC, to the millisecond.</summary>
    public DateTimeOffset Time { get; }
}
