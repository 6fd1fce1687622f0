namespace Tripod.Samples;

/// <summary>Async work that waits for something and is on no thread's stack, as it was found on the heap.</summary>
public sealed record PendingWork
{
    /// <summary>The chains, those of which there are most first.</summary>
    public IReadOnlyList<AsyncChain> Chains { get; init; } = [];

    /// <summary>Kinds of chains that a limit left out.</summary>
    public int OmittedKinds { get; init; }

    /// <summary>Why chains may be missing; null if all were found.</summary>
    public string? Problem { get; init; }

    /// <summary>Chains, each counted.</summary>
    public long Count => Chains.Sum(chain => (long)chain.Count);
}
