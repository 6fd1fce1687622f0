using Tripod.Inspection.Stacks;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Finds for what each waiting thread waits, and who holds it. Where two objects could be meant, neither is told.</summary>
internal sealed class WaitReader(StackObjects objects, LockOwners owners, ObjectNumbers numbers, TaskWaits tasks, HandleWaits handles)
{
    private const string Space = "System.Threading.";

    private readonly Dictionary<uint, WaitFacts> _facts = [];

    /// <summary>What is known of the waiting threads, by their ids of the system.</summary>
    public IReadOnlyDictionary<uint, WaitFacts> Facts => _facts;

    /// <summary>Managed id of the waiting thread that runs a task, by the task's address.</summary>
    public IReadOnlyDictionary<ulong, int> Runners { get; private set; } = new Dictionary<ulong, int>();

    /// <summary>Forgets the last sample.</summary>
    public void BeginSample()
    {
        _facts.Clear();
        Runners = new Dictionary<ulong, int>();
        tasks.BeginSample();
        numbers.Clear();
    }

    /// <summary>The threads, each with its wait.</summary>
    public IReadOnlyList<ThreadStack> Read(IReadOnlyList<WalkedThread> threads)
    {
        BeginSample();
        objects.BeginSample();
        ThreadStack[] read = [.. threads.Select(thread => Find(thread, threads) is { } wait
            ? thread.Stack with { Wait = wait with { IsEndless = EndlessWaits.Contain(thread.Frames) } }
            : thread.Stack)];
        Runners = FindRunners(threads);
        return read;
    }

    /// <summary>The threads with what the heap alone can tell of their waits.</summary>
    /// <param name="threads">As <see cref="Read"/> gave them.</param>
    /// <param name="found">Addresses of the objects that a thread may wait for.</param>
    public IReadOnlyList<ThreadStack> ReadHeap(IReadOnlyList<ThreadStack> threads, IReadOnlyList<ulong> found) =>
        handles.Resolve(threads, _facts, found);

    private ThreadWait? Find(WalkedThread thread, IReadOnlyList<WalkedThread> threads)
    {
        if (thread.Stack is not { WaitingIn: { } word, IsIdle: false, Problem: null } || !IsTold(word))
            return null;
        var facts = _facts[thread.OsId] = new WaitFacts();
        List<StackObject> found = objects.Read(thread, facts.Running);
        switch (word)
        {
            case "lock":
                return Single(found, "Monitor.", null) is { } held ? Wait(held, owners.OfMonitor(held.Address), threads)
                    : Single(found, "Lock.", "Lock") is { } entered ? Wait(entered, LockOwners.OfLock(entered.Object, threads), threads)
                    : Single(found, "ReaderWriterLockSlim.", "ReaderWriterLockSlim") is { } shared ? Wait(shared, LockOwners.OfReaderWriterLock(shared.Object), threads)
                    : Single(found, "SpinLock.", "SpinLock") is { } spun ? Wait(spun, LockOwners.OfSpinLock(spun.Object), threads)
                    : null;
            case "monitor":
                return Single(found, "Monitor.", null) is { } pulsed ? Wait(pulsed, default, threads) : null;
            case "semaphore":
                return Single(found, "SemaphoreSlim.", "SemaphoreSlim") is { } semaphore ? Wait(semaphore, WaitStates.OfSemaphore(semaphore.Object), threads) : null;
            case "event":
                return Single(found, "ManualResetEventSlim.", "ManualResetEventSlim") is { } slim ? Wait(slim, default, threads) : null;
            case "barrier":
                return Single(found, "Barrier.", "Barrier") is { } barrier ? Wait(barrier, WaitStates.OfBarrier(barrier.Object), threads) : null;
            case "join":
                return Single(found, "Thread.", "Thread") is { } other && other.Object.TryRead("_managedThreadId", out int id) && id > 0
                    ? Wait(other, new Owner(id), threads)
                    : null;
            case "task":
                return tasks.Find(thread, found, facts);
            default:
                HandleWaits.Find(thread, found, facts); // who they belong to is told by the heap
                return null;
        }
    }

    // a task that stands in the frames of several threads was given from one to another, and is nobody's here
    private Dictionary<ulong, int> FindRunners(IReadOnlyList<WalkedThread> threads) => threads
        .SelectMany(thread => _facts.TryGetValue(thread.OsId, out WaitFacts? facts) ? facts.Running.Select(task => (Task: task, thread.Stack.ManagedId)) : [])
        .GroupBy(run => run.Task, run => run.ManagedId)
        .Where(runs => runs.Count() == 1)
        .ToDictionary(runs => runs.Key, runs => runs.First());

    private static bool IsTold(string word) =>
        word is "lock" or "monitor" or "semaphore" or "event" or "barrier" or "join" or "task" or HandleWaits.Handle or HandleWaits.Countdown;

    private static StackObject? Single(List<StackObject> found, string prefix, string? definition)
    {
        StackObject[] fitting = [.. found.Where(candidate => candidate.Method.StartsWith(Space + prefix, StringComparison.Ordinal)
            && (definition is null || candidate.Object.Type.Definition == Space + definition)).DistinctBy(candidate => candidate.Address)];
        return fitting is [var single] ? single : null;
    }

    private ThreadWait Wait(in StackObject waited, in Owner owner, IReadOnlyList<WalkedThread> threads)
    {
        int? id = owner.ManagedId;
        return new ThreadWait
        {
            What = numbers.NameOf(waited.Address, waited.Object.Type),
            Holder = id,
            HolderName = id is null ? null : threads.FirstOrDefault(other => other.Stack.ManagedId == id)?.Stack.Name,
            State = owner.State,
        };
    }
}
