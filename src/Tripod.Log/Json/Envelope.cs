using Tripod.Samples;

namespace Tripod.Log.Json;

/// <summary>What every document says.</summary>
/// <param name="Time"><c>@timestamp</c></param>
/// <param name="Action"><c>event.action</c>: what kind of document it is.</param>
/// <param name="Message"><c>message</c>, a line for people.</param>
internal sealed record Envelope(DateTimeOffset Time, string Action, string Message)
{
    /// <summary><c>event.sequence</c>: number of the sample that the document belongs to; null for none.</summary>
    public long? Sample { get; init; }

    /// <summary><c>event.reason</c></summary>
    public string? Reason { get; init; }

    /// <summary><c>event.duration</c></summary>
    public TimeSpan? Duration { get; init; }

    /// <summary><c>process.thread</c></summary>
    public ThreadStack? Thread { get; init; }

    /// <summary><c>error.type</c>: an exception that is thrown or handled.</summary>
    public string? ErrorType { get; init; }

    /// <summary><c>log.level</c> is warn, not info.</summary>
    public bool IsWarning { get; init; }
}
