using Tripod.Inspection.Dac;
using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>The threads that the runtime knows.</summary>
internal sealed class ThreadList(DacProcess dac, int targetPid)
{
    private const int Most = 100_000;

    /// <summary>All threads that have started and not ended, the main thread first, then by managed id.</summary>
    /// <exception cref="InspectionException">The runtime's list cannot be read.</exception>
    public List<ThreadEntry> Read(int watchdogTid)
    {
        if (!dac.Sos.TryGetThreadStore(out DacThreadStore store))
            throw new InspectionException("the runtime's list of threads cannot be read");
        var threads = new List<ThreadEntry>();
        ulong address = store.FirstThread;
        for (int i = 0; i < Most && address != 0 && dac.Sos.TryGetThread(address, out DacThread thread); i++)
        {
            bool isAlive = thread.OsId != 0 && (thread.State & (DacThreadState.Dead | DacThreadState.Unstarted)) == 0;
            if (isAlive && thread.OsId != watchdogTid)
                threads.Add(new ThreadEntry(address, thread, KindOf(thread, address, store)));
            address = thread.NextThread;
        }
        threads.Sort((a, b) => (a.Kind != ThreadKind.Main, a.Thread.ManagedId).CompareTo((b.Kind != ThreadKind.Main, b.Thread.ManagedId)));
        return threads;
    }

    // the thread that a process starts with has the process's id (gettid(2))
    private ThreadKind KindOf(in DacThread thread, ulong address, in DacThreadStore store) => thread.State switch
    {
        _ when thread.OsId == targetPid => ThreadKind.Main,
        _ when address == store.FinalizerThread => ThreadKind.Finalizer,
        var state when (state & (DacThreadState.PoolWorker | DacThreadState.CompletionPort)) != 0 => ThreadKind.Pool,
        var state when (state & DacThreadState.Background) != 0 => ThreadKind.Background,
        _ => ThreadKind.Foreground,
    };
}
