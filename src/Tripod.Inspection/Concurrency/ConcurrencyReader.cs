using Tripod.Inspection.Concurrency.Chains;
using Tripod.Inspection.Concurrency.Heap;
using Tripod.Inspection.Concurrency.Waits;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using Tripod.Inspection.Variables;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency;

/// <summary>For what threads wait, who holds it, and the async work that is on no thread: all from the twin alone.</summary>
internal sealed class ConcurrencyReader
{
    private readonly WaitReader _waits;
    private readonly TaskWaits _tasks;
    private readonly TaskNames _names;
    private readonly ChainFrames _frames;
    private readonly PoolReader _pool;
    private readonly PendingReader _pending;

    public ConcurrencyReader(
        TargetRuntime runtime, TwinReader reader, ModuleCatalog modules, ContextStore contexts, FrameVariables variables, FrameFactory factory, Limits limits)
    {
        var machines = new Machines(variables.Values, runtime.Dac, modules);
        _frames = new ChainFrames(variables.Values, variables.Hoisted, factory);
        var objects = new StackObjects(runtime, reader.Contexts.Layout, contexts, variables.Values, new SleepingSlots(reader.Contexts, contexts, reader));
        var numbers = new ObjectNumbers();
        _names = new TaskNames(machines, _frames, numbers);
        _tasks = new TaskWaits(_names);
        _waits = new WaitReader(objects, new LockOwners(runtime.Dac, variables.Values), numbers, _tasks, new HandleWaits(variables.Values, numbers));
        _pool = new PoolReader(runtime.Clr, variables.Values);
        var scan = new HeapScan(reader, new HeapTypes(runtime.Dac, reader), variables.Values.Types);
        _pending = new PendingReader(runtime.Clr, scan, variables.Values, machines, _frames, limits);
    }

    /// <summary>The state machines of the pending async methods that are shown.</summary>
    public IEnumerable<Instance> PendingMachines => _pending.ShownMachines;

    /// <summary>Forgets the last sample.</summary>
    public void BeginSample()
    {
        _waits.BeginSample();
        _pending.BeginSample();
    }

    /// <summary>The sample with what its threads wait for. While a collection runs objects cannot be read, and nothing is added.</summary>
    public Sample AddWaits(Sample sample, IReadOnlyList<WalkedThread> walked, bool isCollecting)
    {
        if (isCollecting)
            return sample;
        try
        {
            IReadOnlyList<ThreadStack> threads = _waits.Read(walked);
            return sample with { Threads = threads, Deadlocks = Deadlocks(threads, walked, null), StarvedPool = _pool.Find(walked) };
        }
        catch (Exception e) // whatever goes wrong in ClrMD must not cost the rest of the sample
        {
            return sample with { Notes = [.. sample.Notes, $"what threads wait for could not be read: {e.GetType().Name}"] };
        }
    }

    /// <summary>The sample with its pending async work, names and lines alone, and with what the heap tells of its threads' waits.</summary>
    public Sample AddPending(Sample sample, IReadOnlyList<WalkedThread> walked, bool isCollecting)
    {
        PendingWork pending = _pending.Read(isCollecting, _tasks.BlockedThreads, _waits.Runners);
        if (_pending.Graph is not { } graph)
            return sample with { Pending = pending };
        var throughTasks = Deadlocks(sample.Threads, walked, graph).Where(deadlock => deadlock.Links.Any(link => link is DeadlockTask));
        return sample with
        {
            Pending = pending,
            Threads = _waits.ReadHeap(sample.Threads, _pending.Waitables),
            Deadlocks = [.. sample.Deadlocks, .. throughTasks],
        };
    }

    private IReadOnlyList<Deadlock> Deadlocks(IReadOnlyList<ThreadStack> threads, IReadOnlyList<WalkedThread> walked, PendingGraph? pending) =>
        DeadlockFinder.Find(new WaitGraph(threads, walked, _waits, pending, _names, _frames));

    /// <summary>The sample with the variables of its pending async work.</summary>
    public Sample AddPendingVariables(Sample sample) =>
        sample.Pending is { } pending ? sample with { Pending = _pending.ReadVariables(pending) } : sample;
}
