using System.Diagnostics;
using Tripod.Inspection.Concurrency.Heap;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>
/// Who waits for whom. What an async method awaits stands in its state machine; which tasks a Task.WhenAll and its
/// like wait for is told by the tasks, whose continuation it is.
/// </summary>
internal sealed class PendingGraph
{
    private const int NodesPerLookAtTheClock = 256;

    private readonly Dictionary<ulong, AsyncNode> _nodes = [];
    private readonly Dictionary<ulong, AsyncNode> _byMachine = [];
    private readonly ValueReader _values;
    private readonly Machines _machines;

    private PendingGraph(ValueReader values, Machines machines)
    {
        _values = values;
        _machines = machines;
    }

    /// <summary>The node at an address; null if there is no pending task.</summary>
    public AsyncNode? Find(ulong address) => _nodes.GetValueOrDefault(address);

    /// <summary>All nodes, in the order of the heap.</summary>
    public IEnumerable<AsyncNode> Nodes => _nodes.Values;

    /// <summary>False if there was no time for all.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>There are methods among them that cannot be followed.</summary>
    public bool HasRuntimeAsync { get; private set; }

    public static PendingGraph Build(HeapObjects found, ValueReader values, Machines machines, long end)
    {
        var graph = new PendingGraph(values, machines);
        graph.AddAll(found.Tasks, isPooled: false, end);
        graph.AddAll(found.PooledBoxes, isPooled: true, end);
        int count = 0;
        foreach (AsyncNode node in graph._nodes.Values)
        {
            if (++count % NodesPerLookAtTheClock == 0 && Stopwatch.GetTimestamp() > end)
            {
                graph.IsWhole = false;
                break;
            }
            if (node.Machine is { IsSuspended: true } machine)
                graph.LinkAwaited(node, machine);
            graph.LinkContinuations(node);
        }
        return graph;
    }

    private void AddAll(List<ulong> addresses, bool isPooled, long end)
    {
        for (int i = 0; i < addresses.Count; i++)
        {
            if (i % NodesPerLookAtTheClock == 0 && Stopwatch.GetTimestamp() > end)
            {
                IsWhole = false;
                return;
            }
            Add(addresses[i], isPooled);
        }
    }

    private void Add(ulong address, bool isPooled)
    {
        if (!_values.TryType(address, out TypeLayout? type))
            return;
        HasRuntimeAsync |= LeafNames.IsRuntimeAsync(type);
        var instance = new Instance(_values, type, address + ValueReader.HeaderSize);
        Machine? machine = _machines.Find(instance);
        // a pooled box that waits to be used again is all zeros, and 0 is also the first await
        if (isPooled && (machine is not { IsSuspended: true } || _machines.FindAwaited(machine).Address == 0))
            return;
        var node = _nodes[address] = new AsyncNode(address, instance, machine);
        if (machine is not null)
            _byMachine[machine.Data - ValueReader.HeaderSize] = node; // an async iterator, a class, is awaited itself
    }

    private void LinkAwaited(AsyncNode node, Machine machine)
    {
        var (address, awaiter) = _machines.FindAwaited(machine);
        if (address == 0)
            return;
        if (awaiter.IsExact && (_nodes.TryGetValue(address, out AsyncNode? inner) || _byMachine.TryGetValue(address, out inner)))
            Link(node, inner);
        else
            (node.Awaited, node.Awaiter) = (address, awaiter);
    }

    private void LinkContinuations(AsyncNode node)
    {
        foreach (ulong address in Continuations.Of(node.Object))
            if (_nodes.TryGetValue(address, out AsyncNode? outer))
            {
                if (outer.Machine is null)
                    Link(outer, node);
            }
            else if (address != 0 && _values.TryType(address, out TypeLayout? type) && Continuations.IsBlockingEvent(type))
                (node.BlockingEvents ??= []).Add(address);
    }

    private static void Link(AsyncNode outer, AsyncNode inner)
    {
        outer.Inner.Add(inner);
        inner.HasOuter = true;
    }
}
