namespace Tripod.Samples;

/// <summary>Async methods each of which awaits the one before it.</summary>
public sealed record AsyncChain
{
    /// <summary>The methods, the innermost first, each at its await. Variables are those of the first of several chains alike.</summary>
    public IReadOnlyList<Frame> Frames { get; init; } = [];

    /// <summary>Outermost frames that a limit left out.</summary>
    public int OmittedFrames { get; init; }

    /// <summary>Chains that stand in the same methods at the same awaits, and wait for the same kind of thing.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What the innermost method waits for; null if it is not known, or if there are branches.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>What joins the branches: <c>Task.WhenAll</c>, <c>Task.WhenAny</c>; null without branches.</summary>
    public string? Join { get; init; }

    /// <summary>Chains that the innermost method awaits together, those that are still pending.</summary>
    public IReadOnlyList<AsyncChain> Branches { get; init; } = [];

    /// <summary>Managed ids of the threads that block until the chain has ended.</summary>
    public IReadOnlyList<int> BlockedThreads { get; init; } = [];
}
