namespace Tripod.Log;

/// <summary>Ticks that gave no sample, or only the beginning of one.</summary>
/// <param name="Time">When the first of them was.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Count">How many in a row.</param>
/// <param name="Begun">Number of the sample at the first of them whose beginning is in the log; null if nothing of it is.</param>
/// <param name="LosesVariables">Variables would have come with the rest of that.</param>
public sealed record SkippedTicks(DateTimeOffset Time, string Reason, long Count, long? Begun = null, bool LosesVariables = false) : LogEntry(Time)
{
    /// <summary>Ticks of which nothing is in the log.</summary>
    public long Whole => Begun is null ? Count : Count - 1;
}
