using Tripod.Inspection.Concurrency.Chains;
using Tripod.Inspection.Stacks;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>
/// Who cannot go on before whom. There is a way from one to the other only where it is certain, and nothing else will end
/// the wait: no time limit, no cancellation, no task that others may complete.
/// </summary>
internal sealed class WaitGraph(
    IReadOnlyList<ThreadStack> threads, IReadOnlyList<WalkedThread> walked, WaitReader waits, PendingGraph? pending, TaskNames names, ChainFrames frames)
{
    private const string Unwrapped = "System.Threading.Tasks.UnwrapPromise";

    private readonly ILookup<int, int> _byId = Enumerable.Range(0, threads.Count).ToLookup(i => threads[i].ManagedId);

    /// <summary>All threads, then all pending tasks.</summary>
    public IEnumerable<Waiter> All => Enumerable.Range(0, threads.Count).Select(OfThread).Concat(pending is null ? [] : pending.Nodes.Select(OfTask));

    /// <summary>All those without whom a waiter cannot go on.</summary>
    public IEnumerable<Waiter> Next(Waiter waiter) => waiter.Task is { } task ? Next(task) : Next(threads[waiter.Thread]);

    /// <summary>What a circle says of one of its members.</summary>
    public DeadlockLink Describe(Waiter waiter, Waiter next)
    {
        if (waiter.Task is not { } task)
            return Describe(threads[waiter.Thread], walked[waiter.Thread]);
        string name = names.NameOf(task.Address, task.Object);
        return next.Task is { } awaited
            ? new DeadlockTask(name, names.NameOf(awaited.Address, awaited.Object), null, task.Machine is { IsSuspended: true } machine ? frames.Brief(machine) : null)
            : new DeadlockTask(name, null, threads[next.Thread].ManagedId, null);
    }

    private static DeadlockThread Describe(ThreadStack thread, WalkedThread walked)
    {
        int own = walked.Frames.FindIndex(frame => !frame.Point.IsFramework);
        return new DeadlockThread(thread.ManagedId, thread.Name, thread.WaitingIn!, thread.Wait!, own < 0 ? null : walked.Frames[own].Point.Frame);
    }

    private static Waiter OfThread(int number) => new(number, null);

    private static Waiter OfTask(AsyncNode task) => new(-1, task);

    private IEnumerable<Waiter> Next(ThreadStack thread)
    {
        if (thread.Wait is not { IsEndless: true } wait)
            return [];
        if (wait.Holder is { } holder)
            return holder == thread.ManagedId ? [] : Single(holder);
        return pending is null || !waits.Facts.TryGetValue((uint)thread.OsId, out WaitFacts? fact)
            ? []
            : fact.Tasks.Select(pending.Find).OfType<AsyncNode>().Select(OfTask);
    }

    private IEnumerable<Waiter> Next(AsyncNode task) => task switch
    {
        { Machine.IsSuspended: true } => task.Inner.Select(OfTask),
        _ when LeafNames.JoinOf(task.Object.Type) == LeafNames.All || task.Object.Type.Definition == Unwrapped => task.Inner.Select(OfTask),
        _ => waits.Runners.TryGetValue(task.Address, out int runner) ? Single(runner) : [],
    };

    // threads may share a managed id
    private IEnumerable<Waiter> Single(int id) => _byId[id].Take(2).ToArray() is [var thread] ? [OfThread(thread)] : [];
}
