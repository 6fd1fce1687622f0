namespace Tripod.Samples;

/// <summary>For what a thread waits. What is not known for certain is left out.</summary>
public sealed record ThreadWait
{
    /// <summary>
    /// The object by its type and a number within the sample, <c>App.Account @1</c>; for a task the async method whose
    /// task it is; for several things at once what joins them, <c>Task.WaitAll</c>. Escaped.
    /// </summary>
    public required string What { get; init; }

    /// <summary>What is joined, of tasks those that are pending; empty for a single thing.</summary>
    public IReadOnlyList<WaitPart> Parts { get; init; } = [];

    /// <summary>Managed id of the thread that holds the lock, or that is waited for; null if it is not known or there is none.</summary>
    public int? Holder { get; init; }

    /// <summary>Name of that thread, escaped; null if it has none.</summary>
    public string? HolderName { get; init; }

    /// <summary>More of the object's state, such as <c>held by 2 readers</c>; null if there is none to tell.</summary>
    public string? State { get; init; }

    /// <summary>The wait has no time limit.</summary>
    public bool IsEndless { get; init; }
}
