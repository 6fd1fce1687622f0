using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>Follows the graph from each outermost node inward, and folds the chains that are alike.</summary>
/// <param name="values">Reads what is awaited.</param>
/// <param name="nameOf">A method's name, escaped.</param>
/// <param name="runners">Managed id of the waiting thread that runs an async method, by the address of its task.</param>
/// <param name="end">When there is no more time.</param>
internal sealed class ChainBuilder(ValueReader values, Func<Machine, string> nameOf, IReadOnlyDictionary<ulong, int> runners, long end)
{
    private const int DeepestBranch = 32;
    private const int LongestChain = 100_000;

    /// <summary>False if there was no time for all.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The chains of a graph, those of which there are most first.</summary>
    public List<Chain> Build(PendingGraph graph)
    {
        var chains = new List<Chain>();
        foreach (AsyncNode node in graph.Nodes)
            if (!node.HasOuter && (node.Inner.Count > 0 || node.Machine is { IsSuspended: true }) && InTime())
                chains.Add(Follow(node, 0));
        // who is in no chain yet waits in a circle, or for one
        foreach (AsyncNode node in graph.Nodes)
            if (!node.IsVisited && node.Machine is { IsSuspended: true } && InTime())
                chains.Add(Follow(node, 0));
        return Fold(chains.Where(chain => chain.HasMethods));
    }

    private Chain Follow(AsyncNode outermost, int depth)
    {
        var nodes = new List<AsyncNode>();
        var onTheWay = new HashSet<AsyncNode>();
        var events = new List<ulong>();
        AsyncNode node = outermost;
        while (onTheWay.Add(node) && nodes.Count < LongestChain)
        {
            node.IsVisited = true;
            events.AddRange(node.BlockingEvents ?? []);
            if (node.Machine is { IsSuspended: true })
                nodes.Add(node);
            string? join = LeafNames.JoinOf(node.Object.Type);
            if (node.Inner.Count == 0)
                return Finish(nodes, LeafOf(node), null, [], events);
            if (join is not null || node.Inner.Count > 1)
                return Finish(nodes, null, join ?? "several tasks", Branches(node, depth), events);
            node = node.Inner[0];
        }
        return Finish(nodes, "itself: these tasks wait for each other in a circle", null, [], events);
    }

    private List<Chain> Branches(AsyncNode join, int depth) =>
        depth < DeepestBranch ? Fold(join.Inner.Select(inner => Follow(inner, depth + 1))) : [];

    private string? LeafOf(AsyncNode node) => node switch
    {
        { Machine: { IsSuspended: false } machine } when runners.TryGetValue(node.Address, out int thread) =>
            string.Create(CultureInfo.InvariantCulture, $"{nameOf(machine)}, which runs on thread {thread}"),
        { Machine: { IsSuspended: false } machine } => nameOf(machine) + ", which runs, or is about to return",
        { Awaited: 0, Machine: { } } => null,
        { Awaited: 0 } => LeafNames.Of(node.Object),
        { Awaiter.IsExact: false } => $"<{node.Awaiter.TypeName}>",
        _ when values.TryType(node.Awaited, out TypeLayout? type) => LeafNames.Of(new Instance(values, type, node.Awaited + ValueReader.HeaderSize)),
        _ => null,
    };

    private static Chain Finish(List<AsyncNode> nodes, string? waitsFor, string? join, List<Chain> branches, List<ulong> events)
    {
        nodes.Reverse();
        var key = new StringBuilder();
        foreach (AsyncNode node in nodes)
            key.Append(CultureInfo.InvariantCulture, $"{RuntimeHelpers.GetHashCode(node.Machine!.Type)}:{node.Machine.State} ");
        key.Append(waitsFor).Append('|').Append(join);
        foreach (Chain branch in branches)
            key.Append(CultureInfo.InvariantCulture, $"({branch.Count} {branch.Key})");
        foreach (ulong address in events)
            key.Append(CultureInfo.InvariantCulture, $"!{address:x}"); // each thread blocks on a chain of its own
        return new Chain(nodes, waitsFor, join, branches, events, key.ToString());
    }

    private static List<Chain> Fold(IEnumerable<Chain> chains)
    {
        var folded = new Dictionary<string, (Chain First, int Count)>();
        foreach (Chain chain in chains)
            folded[chain.Key] = folded.TryGetValue(chain.Key, out var known) ? (known.First, known.Count + 1) : (chain, 1);
        return [.. folded.Values.Select(kind => kind.First with { Count = kind.Count }).OrderByDescending(chain => chain.Count)];
    }

    private bool InTime() => IsWhole &= Stopwatch.GetTimestamp() <= end;
}
