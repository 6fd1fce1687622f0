using Tripod.Inspection.Concurrency.Chains;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>
/// Finds the tasks for which a thread waits. It blocks on an event, and that is a continuation of each of them (Task.cs,
/// SpinThenBlockingWait and WaitAllBlockingCore). Task.WaitAny blocks on a task of its own, which keeps a list.
/// </summary>
internal sealed class TaskWaits(TaskNames names)
{
    private const string AllMethod = "System.Threading.Tasks.Task.WaitAllBlockingCore";
    private const int MostTasks = 100_000;

    private readonly Dictionary<ulong, int> _blockedThreads = [];

    /// <summary>Managed id of each thread that blocks in a wait for a task, by the address of the event on which it does.</summary>
    public IReadOnlyDictionary<ulong, int> BlockedThreads => _blockedThreads;

    /// <summary>Forgets the last sample.</summary>
    public void BeginSample() => _blockedThreads.Clear();

    /// <summary>For what a thread waits; null if that is not certain.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="found">What its newest frames refer to.</param>
    /// <param name="facts">Gets the tasks.</param>
    public ThreadWait? Find(WalkedThread thread, List<StackObject> found, WaitFacts facts)
    {
        StackObject[] events = [.. found.Where(candidate => Continuations.IsBlockingEvent(candidate.Object.Type)).DistinctBy(candidate => candidate.Address)];
        if (events is not [var blocking])
            return null;
        _blockedThreads[blocking.Address] = thread.Stack.ManagedId;
        if (blocking.Object.Type.Definition == Continuations.CountdownEvent)
            return All(found, blocking.Address, facts);
        foreach (StackObject candidate in found)
            if (Awaits(candidate.Object, blocking.Address))
                return Single(candidate, facts);
        return null;
    }

    private ThreadWait? Single(in StackObject task, WaitFacts facts)
    {
        if (LeafNames.JoinOf(task.Object.Type) == LeafNames.Any && task.Object.TryElements("_tasks", out Elements any))
            return new ThreadWait { What = "Task.WaitAny", Parts = Parts(Tasks(task.Object.Reader, any, any.Length)) };
        facts.Tasks.Add(task.Address);
        return new ThreadWait { What = names.NameOf(task.Address, task.Object) };
    }

    private ThreadWait? All(List<StackObject> found, ulong blocking, WaitFacts facts)
    {
        StackObject[] lists = [.. found.Where(candidate => candidate.Method == AllMethod && candidate.Object.Type.Definition == Continuations.ListType).DistinctBy(candidate => candidate.Address)];
        if (lists is not [var list] || !list.Object.TryElements("_items", out Elements items) || !list.Object.TryRead("_size", out int size))
            return null;
        var pending = Tasks(list.Object.Reader, items, size).Where(task => Awaits(task.Task, blocking)).ToList();
        facts.Tasks.AddRange(pending.Select(task => task.Address));
        return pending.Count == 0 ? null : new ThreadWait { What = "Task.WaitAll", Parts = Parts(pending) };
    }

    private static bool Awaits(in Instance task, ulong blocking) => task.Type.Field(TaskState.Field) is not null && Continuations.Of(task).Contains(blocking);

    private static List<(ulong Address, Instance Task)> Tasks(ValueReader values, Elements items, int size)
    {
        var tasks = new List<(ulong, Instance)>();
        for (int i = 0; i < Math.Min(Math.Min(size, items.Length), MostTasks); i++)
            if (values.Memory.Read(items.Address(i), out ulong address) && address != 0 && values.TryType(address, out TypeLayout? type))
                tasks.Add((address, new Instance(values, type, address + ValueReader.HeaderSize)));
        return tasks;
    }

    private List<WaitPart> Parts(List<(ulong Address, Instance Task)> tasks) =>
        [.. tasks.GroupBy(task => names.NameOf(task.Address, task.Task)).Select(alike => new WaitPart(alike.Key, alike.Count()))];
}
