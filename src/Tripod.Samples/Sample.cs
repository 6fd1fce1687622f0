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

    /// <summary>Circles of threads and tasks that wait for each other, and none of which can go on.</summary>
    public IReadOnlyList<Deadlock> Deadlocks { get; init; } = [];

    /// <summary>What the thread pool suffers from; null if it suffers from nothing that could be found.</summary>
    public StarvedPool? StarvedPool { get; init; }

    /// <summary>Async work that is on no thread's stack; null until it is sought, and if it is not wanted.</summary>
    public PendingWork? Pending { get; init; }

    /// <summary>
    /// Static fields of the author's types whose methods are on the stacks, or in the pending async work, by the types' names; null until variables are
    /// read, and if they are not wanted.
    /// </summary>
    public IReadOnlyList<TypeStatics>? Statics { get; init; }

    /// <summary>What a reader must know to trust the sample: limits that bit, threads that are missing and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Frames of all threads together.</summary>
    public int FrameCount => Threads.Sum(thread => thread.Frames.Count);
}
