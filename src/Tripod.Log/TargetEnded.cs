namespace Tripod.Log;

/// <summary>The last entry of a log.</summary>
/// <param name="Time">When the end was seen.</param>
/// <param name="How">How the target ended, as far as can be known: <c>exit code 3</c>, <c>killed by SIGTERM</c>, <c>vanished</c>.</param>
public sealed record TargetEnded(DateTimeOffset Time, string How) : LogEntry(Time);
