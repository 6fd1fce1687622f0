namespace Tripod.Log;

/// <summary>What is known about a run before its target starts: the head of the log.</summary>
public sealed record RunHeader
{
    /// <summary>The target as the user gave it; the log is named after it.</summary>
    public required string Target { get; init; }

    /// <summary>The target's arguments as they are; the header escapes them and leaves secrets out.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The process that runs the target: the launcher's own, which execs.</summary>
    public required int ProcessId { get; init; }

    /// <summary>When the launcher started.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The time between samples.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>The working directory.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The version of Tripod.</summary>
    public required string Version { get; init; }

    /// <summary>Other settings that a reader should know, as in <c>max-depth 3</c>: limits, whether variables are written.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}
