using Tripod.Samples;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Finds circles in who waits for whom. Each is told once, and of those that share a member only the first.</summary>
internal sealed class DeadlockFinder(WaitGraph graph)
{
    private readonly HashSet<Waiter> _seen = [], _onTheWay = [], _members = [];
    private readonly List<(Waiter Waiter, IEnumerator<Waiter> Next)> _way = [];
    private readonly List<Deadlock> _found = [];

    /// <summary>The circles of a graph.</summary>
    public static IReadOnlyList<Deadlock> Find(WaitGraph graph)
    {
        var finder = new DeadlockFinder(graph);
        foreach (Waiter waiter in graph.All)
            finder.Search(waiter);
        return finder._found;
    }

    // depth first, without recursion: chains may be long
    private void Search(Waiter start)
    {
        Enter(start);
        while (_way is [.., var (waiter, next)])
            if (!next.MoveNext())
            {
                _onTheWay.Remove(waiter);
                _way.RemoveAt(_way.Count - 1);
            }
            else if (_onTheWay.Contains(next.Current))
                Close(next.Current);
            else
                Enter(next.Current);
    }

    private void Enter(Waiter waiter)
    {
        if (!_seen.Add(waiter))
            return;
        _onTheWay.Add(waiter);
        _way.Add((waiter, graph.Next(waiter).GetEnumerator()));
    }

    private void Close(Waiter first)
    {
        Waiter[] circle = [.. _way.Skip(_way.FindIndex(step => step.Waiter == first)).Select(step => step.Waiter)];
        if (Array.Exists(circle, _members.Contains))
            return;
        _members.UnionWith(circle);
        _found.Add(new Deadlock([.. circle.Select((member, i) => graph.Describe(member, circle[(i + 1) % circle.Length]))]));
    }
}
