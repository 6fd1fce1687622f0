namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>A chain of async methods on the heap, or several alike of which it is the first.</summary>
/// <param name="Nodes">Suspended async methods, the innermost first.</param>
/// <param name="WaitsFor">What the innermost waits for; null if not known.</param>
/// <param name="Join">What joins the branches; null without branches.</param>
/// <param name="Branches">What is joined.</param>
/// <param name="BlockingEvents">Events of the threads that block on it.</param>
/// <param name="Key">The same for all chains alike.</param>
internal sealed record Chain(
    IReadOnlyList<AsyncNode> Nodes,
    string? WaitsFor,
    string? Join,
    IReadOnlyList<Chain> Branches,
    IReadOnlyList<ulong> BlockingEvents,
    string Key)
{
    /// <summary>Chains alike.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whether any async method is in it.</summary>
    public bool HasMethods => Nodes.Count > 0 || Branches.Any(branch => branch.HasMethods);
}
