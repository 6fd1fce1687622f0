namespace Tripod.Samples;

/// <summary>What all threads of the target were doing at one instant.</summary>
public sealed record Sample
{
    /// <summary>Number of the tick that gave the sample, from 1; a number that is missing in the log is a skipped tick.</summary>
    public required long Number { get; init; }

    /// <summary>The instant at which the threads were stopped.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Why the sample was taken.</summary>
    public required SampleReason Reason { get; init; }

    /// <summary>For how long running threads of the target were stopped.</summary>
    public required TimeSpan Pause { get; init; }

    /// <summary>From the tick to the end of inspection; null while the sample is still being read.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The threads, the main thread first, then by managed id.</summary>
    public required IReadOnlyList<ThreadStack> Threads { get; init; }

    /// <summary>What a reader must know to trust the sample: limits that bit, threads that are missing and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Frames of all threads together.</summary>
    public int FrameCount => Threads.Sum(thread => thread.Frames.Count);
}
