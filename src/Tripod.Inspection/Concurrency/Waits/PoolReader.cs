using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Recognises sync over async on a starved pool.</summary>
internal sealed class PoolReader(ClrRuntime runtime, ValueReader values)
{
    private const string WorkerLoop = "System.Threading.PortableThreadPool.WorkerThread.";

    /// <summary>What is wrong with the pool; null if a thread is free, less than half of them block on tasks, or nothing is queued.</summary>
    public StarvedPool? Find(IReadOnlyList<WalkedThread> threads)
    {
        WalkedThread[] workers = [.. threads.Where(thread => thread.Frames.Exists(frame => frame.Point.Frame.Method.StartsWith(WorkerLoop, StringComparison.Ordinal)))];
        int blocked = workers.Count(thread => thread.Stack is { IsIdle: false, WaitingIn: "task" });
        if (blocked * 2 < workers.Length || blocked == 0 || Array.Exists(workers, thread => thread.Stack.IsIdle))
            return null;
        long queued = Queued();
        return queued > 0 ? new StarvedPool(blocked, workers.Length, queued) : null;
    }

    // of these queues the pool's threads are fed (ThreadPoolWorkQueue.cs)
    private long Queued()
    {
        if (Static("System.Threading.ThreadPool", "s_workQueue") is not { } pool)
            return 0;
        long count = 0;
        foreach (string name in (string[])["workItems", "highPriorityWorkItems", "lowPriorityWorkItems"])
            if (pool.TryObject(name, out Instance queue))
                count += QueueLengths.OfConcurrentQueue(queue);
        foreach (Instance queue in Elements(pool, "_assignableWorkItemQueues"))
            count += QueueLengths.OfConcurrentQueue(queue);
        foreach (Instance queue in StaticElements("System.Threading.ThreadPoolWorkQueue+WorkStealingQueueList"))
            count += QueueLengths.OfStealingQueue(queue);
        return count;
    }

    private IEnumerable<Instance> StaticElements(string type)
    {
        foreach (string name in (string[])["s_queues", "_queues"]) // the older name is .NET 9's
            if (Address(type, name) is { } array and not 0 && values.TryElements(array, out Elements elements))
                return Objects(elements);
        return [];
    }

    private IEnumerable<Instance> Elements(Instance owner, string field) =>
        owner.TryElements(field, out Elements elements) ? Objects(elements) : [];

    private IEnumerable<Instance> Objects(Elements elements)
    {
        for (int i = 0; i < elements.Length; i++)
            if (values.Memory.Read(elements.Address(i), out ulong address) && address != 0 && values.TryType(address, out TypeLayout? type))
                yield return new Instance(values, type, address + ValueReader.HeaderSize);
    }

    private Instance? Static(string type, string field) => Address(type, field) is { } address and not 0 && values.TryType(address, out TypeLayout? layout)
        ? new Instance(values, layout, address + ValueReader.HeaderSize)
        : null;

    private ulong? Address(string type, string field) =>
        runtime.BaseClassLibrary.GetTypeByName(type)?.GetStaticFieldByName(field) is { } found && runtime.AppDomains is [var domain, ..]
            ? found.ReadObject(domain).Address
            : null;
}
