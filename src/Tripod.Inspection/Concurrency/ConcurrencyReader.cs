using Tripod.Inspection.Concurrency.Chains;
using Tripod.Inspection.Concurrency.Heap;
using Tripod.Inspection.Concurrency.Waits;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Variables;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency;

/// <summary>For what threads wait, who holds it, and the async work that is on no thread: all from the twin alone.</summary>
internal sealed class ConcurrencyReader
{
    private readonly WaitReader _waits;
    private readonly PoolReader _pool;
    private readonly PendingReader _pending;

    public ConcurrencyReader(
        TargetRuntime runtime, TwinReader reader, ModuleCatalog modules, ContextStore contexts, FrameVariables variables, FrameFactory factory, Limits limits)
    {
        var machines = new Machines(variables.Values, runtime.Dac, modules);
        var frames = new ChainFrames(variables.Values, variables.Hoisted, factory);
        var objects = new StackObjects(runtime.Dac, reader.Contexts.Layout, contexts, variables.Values);
        _waits = new WaitReader(objects, new LockOwners(runtime.Dac, variables.Values), new ObjectNumbers(), new TaskNames(machines, frames));
        _pool = new PoolReader(runtime.Clr, variables.Values);
        var scan = new HeapScan(reader, new HeapTypes(runtime.Dac, reader), variables.Values.Types);
        _pending = new PendingReader(runtime.Clr, scan, variables.Values, machines, frames, limits);
    }

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
            return sample with { Threads = threads, Deadlocks = Deadlocks.Find(threads, walked), StarvedPool = _pool.Find(walked) };
        }
        catch (Exception e) // whatever goes wrong in ClrMD must not cost the stacks, which are not on disk yet
        {
            return sample with { Notes = [.. sample.Notes, $"what threads wait for could not be read: {e.GetType().Name}"] };
        }
    }

    /// <summary>The sample with its pending async work, names and lines alone.</summary>
    public Sample AddPending(Sample sample, bool isCollecting) => sample with { Pending = _pending.Read(isCollecting, _waits.BlockedThreads) };

    /// <summary>The sample with the variables of its pending async work.</summary>
    public Sample AddPendingVariables(Sample sample) =>
        sample.Pending is { } pending ? sample with { Pending = _pending.ReadVariables(pending) } : sample;
}
