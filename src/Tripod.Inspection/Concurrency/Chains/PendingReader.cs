using System.Diagnostics;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Concurrency.Heap;
using Tripod.Inspection.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>Finds the pending async work of a twin on its heap.</summary>
internal sealed class PendingReader(ClrRuntime runtime, HeapScan scan, ValueReader values, Machines machines, ChainFrames frames, Limits limits)
{
    private const string Collecting = "a garbage collection was running";

    private const string RuntimeAsync = "methods compiled with runtime-async are not followed";

    /// <summary>Who waits for whom; null if nothing was sought.</summary>
    public PendingGraph? Graph { get; private set; }

    /// <summary>Addresses of the WaitHandles and CountdownEvents that were found.</summary>
    public IReadOnlyList<ulong> Waitables { get; private set; } = [];

    private List<Chain> _chains = [];
    private IReadOnlyDictionary<ulong, int> _blockedThreads = new Dictionary<ulong, int>();

    /// <summary>The state machines of the methods that are shown.</summary>
    public IEnumerable<Instance> ShownMachines => _chains.SelectMany(MachinesOf);

    /// <summary>Forgets the last sample.</summary>
    public void BeginSample()
    {
        _chains = [];
        Graph = null;
        Waitables = [];
        machines.BeginSample();
        frames.BeginSample();
    }

    /// <summary>The chains with names and lines.</summary>
    /// <param name="isCollecting">Objects are being moved: nothing can be found.</param>
    /// <param name="blockedThreads">Managed id of the thread that blocks on an event, by the event's address.</param>
    /// <param name="runners">Managed id of the waiting thread that runs a task, by the task's address.</param>
    public PendingWork Read(bool isCollecting, IReadOnlyDictionary<ulong, int> blockedThreads, IReadOnlyDictionary<ulong, int> runners)
    {
        BeginSample();
        _blockedThreads = blockedThreads;
        if (isCollecting)
            return new PendingWork { Problem = Collecting };
        var time = TimeSpan.FromMilliseconds(limits.AsyncTime);
        long end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        HeapObjects found = scan.Run(runtime.Heap, time);
        // what the scan found until its time was up is worth the moment more that it takes to tell it
        end = Math.Max(end, Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency / 4));
        var graph = PendingGraph.Build(found, values, machines, end);
        (Graph, Waitables) = (graph, found.Waitables);
        var builder = new ChainBuilder(values, frames.NameOf, runners, end);
        List<Chain> all = builder.Build(graph);
        _chains = [.. all.Take(limits.Chains)];
        return new PendingWork
        {
            Chains = [.. _chains.Select(chain => Describe(chain, frames.Brief))],
            OmittedKinds = all.Count - _chains.Count,
            Problem = found.Problem is HeapProblem.Time || !graph.IsWhole || !builder.IsWhole
                ? $"{HeapProblem.Time} (limit: {limits.AsyncTime} ms)"
                : found.Problem ?? (graph.HasRuntimeAsync ? RuntimeAsync : null),
        };
    }

    /// <summary>The same chains with the variables of their methods.</summary>
    public PendingWork ReadVariables(PendingWork brief) => brief with { Chains = [.. _chains.Select(chain => Describe(chain, frames.Full))] };

    private IEnumerable<Instance> MachinesOf(Chain chain) =>
    [
        .. chain.Nodes.Take(limits.Frames).Select(node => new Instance(values, node.Machine!.Type.Layout, node.Machine.Data)),
        .. chain.Branches.SelectMany(MachinesOf),
    ];

    private AsyncChain Describe(Chain chain, Func<Machine, Frame> frame) => new()
    {
        Frames = [.. chain.Nodes.Take(limits.Frames).Select(node => frame(node.Machine!))],
        OmittedFrames = Math.Max(0, chain.Nodes.Count - limits.Frames),
        Count = chain.Count,
        WaitsFor = chain.WaitsFor,
        Join = chain.Join,
        Branches = [.. chain.Branches.Select(branch => Describe(branch, frame))],
        BlockedThreads = [.. chain.BlockingEvents.Where(_blockedThreads.ContainsKey).Select(address => _blockedThreads[address]).Distinct().Order()],
    };
}
