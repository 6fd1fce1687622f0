using Tripod.Inspection.Concurrency.Chains;
using Tripod.Inspection.Stacks;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Finds for what each waiting thread waits, and who holds it. Where two objects could be meant, neither is told.</summary>
internal sealed class WaitReader(StackObjects objects, LockOwners owners, ObjectNumbers numbers, TaskNames tasks)
{
    private readonly Dictionary<ulong, int> _blockedThreads = [];

    /// <summary>Managed id of each thread that blocks in a wait for a task, by the address of the event on which it does.</summary>
    public IReadOnlyDictionary<ulong, int> BlockedThreads => _blockedThreads;

    /// <summary>Forgets the last sample.</summary>
    public void BeginSample()
    {
        _blockedThreads.Clear();
        numbers.Clear();
    }

    /// <summary>The threads, each with its wait.</summary>
    public IReadOnlyList<ThreadStack> Read(IReadOnlyList<WalkedThread> threads)
    {
        BeginSample();
        return [.. threads.Select(thread => thread.Stack is { WaitingIn: { } word, IsIdle: false, Problem: null } && Find(thread, word, threads) is { } wait
            ? thread.Stack with { Wait = wait }
            : thread.Stack)];
    }

    private ThreadWait? Find(WalkedThread thread, string word, IReadOnlyList<WalkedThread> threads)
    {
        switch (word)
        {
            case "lock":
                var found = objects.Read(thread);
                return Single(found, "System.Threading.Monitor.", null) is { } held ? Wait(thread, held, owners.OfMonitor(held.Address), threads)
                    : Single(found, "System.Threading.Lock.", "System.Threading.Lock") is { } entered ? Wait(thread, entered, LockOwners.OfLock(entered.Object, threads), threads)
                    : Single(found, "System.Threading.ReaderWriterLockSlim.", "System.Threading.ReaderWriterLockSlim") is { } shared
                        ? Wait(thread, shared, LockOwners.OfReaderWriterLock(shared.Object), threads)
                    : null;
            case "monitor":
                return Single(objects.Read(thread), "System.Threading.Monitor.", null) is { } pulsed ? Wait(thread, pulsed, default, threads) : null;
            case "semaphore":
                return Single(objects.Read(thread), "System.Threading.SemaphoreSlim.", "System.Threading.SemaphoreSlim") is { } semaphore
                    ? Wait(thread, semaphore, LockOwners.OfSemaphore(semaphore.Object), threads)
                    : null;
            case "event":
                return Single(objects.Read(thread), "System.Threading.ManualResetEventSlim.", "System.Threading.ManualResetEventSlim") is { } slim
                    ? Wait(thread, slim, default, threads)
                    : null;
            case "join":
                return Single(objects.Read(thread), "System.Threading.Thread.", "System.Threading.Thread") is { } other
                    && other.Object.TryRead("_managedThreadId", out int id) && id > 0
                    ? Wait(thread, other, new Owner(id), threads)
                    : null;
            case "task":
                return Task(thread, threads);
            default:
                return null;
        }
    }

    // the event on which the thread blocks is a continuation of the task that it waits for
    private ThreadWait? Task(WalkedThread thread, IReadOnlyList<WalkedThread> threads)
    {
        List<StackObject> found = objects.Read(thread);
        StackObject[] events = [.. found.Where(candidate => candidate.Object.Type.Definition == Continuations.BlockingEvent).DistinctBy(candidate => candidate.Address)];
        if (events is not [var blocking])
            return null;
        _blockedThreads[blocking.Address] = thread.Stack.ManagedId;
        foreach (StackObject candidate in found)
            if (candidate.Object.Type.Field(TaskState.Field) is not null && Continuations.Of(candidate.Object).Contains(blocking.Address))
                return new ThreadWait
                {
                    What = tasks.NameOf(candidate.Object) ?? numbers.NameOf(candidate.Address, candidate.Object.Type),
                    IsEndless = EndlessWaits.Contain(thread.Frames),
                };
        return null;
    }

    private static StackObject? Single(List<StackObject> found, string prefix, string? definition)
    {
        StackObject[] fitting = [.. found.Where(candidate => candidate.Method.StartsWith(prefix, StringComparison.Ordinal)
            && (definition is null || candidate.Object.Type.Definition == definition)).DistinctBy(candidate => candidate.Address)];
        return fitting is [var single] ? single : null;
    }

    private ThreadWait Wait(WalkedThread thread, in StackObject waited, in Owner owner, IReadOnlyList<WalkedThread> threads)
    {
        int? id = owner.ManagedId;
        return new ThreadWait
        {
            What = numbers.NameOf(waited.Address, waited.Object.Type),
            Holder = id,
            HolderName = id is null ? null : threads.FirstOrDefault(other => other.Stack.ManagedId == id)?.Stack.Name,
            State = owner.State,
            IsEndless = EndlessWaits.Contain(thread.Frames),
        };
    }
}
