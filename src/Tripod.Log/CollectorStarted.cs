namespace Tripod.Log;

/// <summary>A collector has opened its first twin.</summary>
/// <param name="Time">When.</param>
/// <param name="ProcessId">The collector's process.</param>
/// <param name="Runtime">The target's runtime, such as <c>.NET 10.0.12</c>.</param>
public sealed record CollectorStarted(DateTimeOffset Time, int ProcessId, string Runtime) : LogEntry(Time);
