using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>ConcurrentQueue: linked segments, each a ring of slots (ConcurrentQueueSegment.cs).</summary>
internal sealed class ConcurrentQueueView : View
{
    private const int MostSegments = 10_000;

    /// <summary>Slots of one segment of the queue.</summary>
    private readonly record struct Segment(Elements Slots, int Head, int Tail);

    public override long? Count(Instance instance) => Segments(instance)?.Sum(segment => (long)(segment.Tail - segment.Head));

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (Segments(instance) is not { } segments)
            return null;
        var slots = segments.SelectMany(segment => Slots(instance.Reader, segment));
        return Nodes.Sequence(instance, segments.Sum(segment => (long)(segment.Tail - segment.Head)), slots, "Item", budget);
    }

    private static List<Segment>? Segments(Instance queue)
    {
        var segments = new List<Segment>();
        foreach (var node in Nodes.Linked(queue, "_head", "_nextSegment").Take(MostSegments))
        {
            if (!node.TryElements("_slots", out var slots) || !node.TryStruct("_headAndTail", out var ends) ||
                !ends.TryRead("Head", out int head) || !ends.TryRead("Tail", out int tail) || !node.TryRead("_frozenForEnqueues", out bool isFrozen))
                return null;
            // nobody can add to a segment whose tail has been moved beyond every head
            tail -= isFrozen ? slots.Length * 2 : 0;
            if (slots.Length == 0 || (uint)(tail - head) > (uint)slots.Length)
                return null;
            segments.Add(new(slots, head, tail));
        }
        return segments.Count > 0 ? segments : null;
    }

    private static IEnumerable<Instance> Slots(ValueReader reader, Segment segment)
    {
        if (reader.Types.Find(segment.Slots.Type.MethodTable) is not { } layout)
            yield break;
        for (int i = segment.Head; i != segment.Tail; i++)
        {
            var slot = new Instance(reader, layout, segment.Slots.Address(i & segment.Slots.Length - 1));
            // otherwise somebody is just about to fill it
            if (slot.TryRead("SequenceNumber", out int number) && number == i + 1)
                yield return slot;
        }
    }
}
