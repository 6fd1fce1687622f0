namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>What is known of a waiting thread beyond what is told of it: addresses, good for one sample.</summary>
internal sealed class WaitFacts
{
    /// <summary>The tasks all of which must complete before it goes on.</summary>
    public List<ulong> Tasks { get; } = [];

    /// <summary>The tasks that it runs: none completes before the thread goes on.</summary>
    public HashSet<ulong> Running { get; } = [];

    /// <summary>The inner parts of what it waits for, by which that may be found on the heap: all of them if there are several.</summary>
    public List<ulong> Parts { get; } = [];

    /// <summary>What joins the parts; null for a single one.</summary>
    public string? Join { get; set; }
}
