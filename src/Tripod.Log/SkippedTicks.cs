namespace Tripod.Log;

/// <summary>Ticks that gave no sample.</summary>
/// <param name="Time">When the first of them was.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Count">How many in a row.</param>
public sealed record SkippedTicks(DateTimeOffset Time, string Reason, long Count) : LogEntry(Time);
