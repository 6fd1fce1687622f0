namespace Tripod.Log;

/// <summary>Anything else that a reader must know.</summary>
/// <param name="Time">When it happened.</param>
/// <param name="Text">One line.</param>
public sealed record Note(DateTimeOffset Time, string Text) : LogEntry(Time);
