namespace Tripod.Samples;

/// <summary>One managed thread and its frames at the instant of a sample.</summary>
public sealed record ThreadStack
{
    /// <summary><c>Thread.ManagedThreadId</c> in the target.</summary>
    public required int ManagedId { get; init; }

    /// <summary>Thread id of the operating system, as in <c>gettid(2)</c>.</summary>
    public required int OsId { get; init; }

    /// <summary>The thread's name as the target set it, escaped; null if it has none.</summary>
    public string? Name { get; init; }

    /// <summary>What kind of thread it is.</summary>
    public ThreadKind Kind { get; init; }

    /// <summary>Running or waiting.</summary>
    public required ThreadActivity Activity { get; init; }

    /// <summary>In what a waiting thread waits, in the field's words: <c>sleep</c>, <c>lock</c>, <c>socket</c>…; null if unknown.</summary>
    public string? WaitingIn { get; init; }

    /// <summary>For what a waiting thread waits, and who holds it; null if that is not known, or until it is sought.</summary>
    public ThreadWait? Wait { get; init; }

    /// <summary>How long the thread was to wait at most; null if that is not known, if there is no limit, or until variables are read.</summary>
    public TimeSpan? WaitLimit { get; init; }

    /// <summary>The processor time it used since the sample before; null if it was not in that.</summary>
    public ProcessorUse? Processor { get; init; }

    /// <summary>The exception that the thread is throwing or handling; null if there is none, or until variables are read.</summary>
    public Value? Exception { get; init; }

    /// <summary>Fields that the thread has for itself (<c>ThreadStatic</c>) in the author's types whose methods are on its stack.</summary>
    public IReadOnlyList<TypeStatics> Statics { get; init; } = [];

    /// <summary>Managed frames, oldest first: the newest is the last.</summary>
    public IReadOnlyList<Frame> Frames { get; init; } = [];

    /// <summary>Oldest frames that a limit left out.</summary>
    public int OmittedFrames { get; init; }

    /// <summary>Why the frames are missing or incomplete; null if they are whole.</summary>
    public string? Problem { get; init; }

    /// <summary>An idle thread of the pool, waiting for work: nothing of the author's is on its stack.</summary>
    public bool IsIdle { get; init; }
}
