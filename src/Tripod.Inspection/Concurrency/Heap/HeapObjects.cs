namespace Tripod.Inspection.Concurrency.Heap;

/// <summary>What a scan of the heap found.</summary>
internal sealed class HeapObjects
{
    /// <summary>Addresses of Tasks that have not completed.</summary>
    public List<ulong> Tasks { get; } = [];

    /// <summary>Addresses of pooled boxes, those that lie unused in the pool too.</summary>
    public List<ulong> PooledBoxes { get; } = [];

    /// <summary>Addresses of WaitHandles and CountdownEvents.</summary>
    public List<ulong> Waitables { get; } = [];

    /// <summary>Why the scan is incomplete; null if it is whole.</summary>
    public string? Problem { get; set; }
}
