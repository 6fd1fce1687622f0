using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>ConcurrentBag: a ring of its own for each thread (ConcurrentBag.cs).</summary>
internal sealed class ConcurrentBagView : View
{
    private const int MostThreads = 10_000;

    public override long? Count(Instance instance) => Queues(instance)?.Sum(queue => (long)(queue.Tail - queue.Head));

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (Queues(instance) is not { } queues)
            return null;
        var items = new List<Value>();
        foreach (var (ring, head, tail) in queues)
            for (int i = head; i != tail && items.Count < budget.Limits.Items && !budget.IsSpent; i++)
                items.Add(instance.Reader.At(ring.Address(i & ring.Length - 1), ring.Type, Secrecy.Open, budget));
        return new Sequence(instance.Type.Name, queues.Sum(queue => (long)(queue.Tail - queue.Head)), items);
    }

    private static List<(Elements Ring, int Head, int Tail)>? Queues(Instance bag)
    {
        if (bag.Type.Field("_workStealingQueues") is null)
            return null;
        var queues = new List<(Elements, int, int)>();
        foreach (var queue in Nodes.Linked(bag, "_workStealingQueues", "_nextQueue").Take(MostThreads))
        {
            if (!queue.TryElements("_array", out var ring) || !queue.TryRead("_headIndex", out int head) || !queue.TryRead("_tailIndex", out int tail) ||
                (uint)(tail - head) > (uint)ring.Length)
                return null;
            queues.Add((ring, head, tail));
        }
        return queues;
    }
}
