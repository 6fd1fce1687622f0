using Tripod.Inspection.Stacks;
using Tripod.Samples;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Finds circles: each thread waits for one other at most, so they are followed like a list.</summary>
internal static class Deadlocks
{
    /// <param name="threads">With their waits.</param>
    /// <param name="walked">The same threads with what is known of their frames.</param>
    public static IReadOnlyList<Deadlock> Find(IReadOnlyList<ThreadStack> threads, IReadOnlyList<WalkedThread> walked)
    {
        var waiting = new Dictionary<int, int>();
        for (int i = 0; i < threads.Count; i++)
            if (threads[i] is { Wait: { IsEndless: true, Holder: { } holder } } thread && holder != thread.ManagedId)
                waiting[thread.ManagedId] = i;
        var deadlocks = new List<Deadlock>();
        var done = new HashSet<int>();
        foreach (int start in waiting.Keys)
        {
            var way = new List<int>();
            int id = start;
            for (; waiting.TryGetValue(id, out int index) && done.Add(id); id = threads[index].Wait!.Holder!.Value)
                way.Add(id);
            int first = way.IndexOf(id);
            if (first >= 0)
                deadlocks.Add(new Deadlock([.. way[first..].Select(member => Link(threads[waiting[member]], walked[waiting[member]]))]));
        }
        return deadlocks;
    }

    private static DeadlockLink Link(ThreadStack thread, WalkedThread walked)
    {
        int own = walked.Frames.FindIndex(frame => !frame.Point.IsFramework);
        return new DeadlockLink(thread.ManagedId, thread.Name, thread.WaitingIn!, thread.Wait!, own < 0 ? null : walked.Frames[own].Point.Frame);
    }
}
