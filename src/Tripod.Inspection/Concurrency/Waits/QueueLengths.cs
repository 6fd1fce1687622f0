using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Counts the items of the thread pool's queues.</summary>
internal static class QueueLengths
{
    private const int MostSegments = 10_000;

    /// <summary>Items of a ConcurrentQueue: a list of rings, of which each knows how many were put in and taken out (ConcurrentQueueSegment.cs).</summary>
    public static long OfConcurrentQueue(in Instance queue)
    {
        long count = 0;
        if (!queue.TryObject("_head", out Instance segment))
            return 0;
        for (int i = 0; i < MostSegments; i++)
        {
            count += OfSegment(segment);
            if (!segment.TryObject("_nextSegment", out Instance next))
                break;
            segment = next;
        }
        return count;
    }

    /// <summary>Items of a thread's own queue (ThreadPoolWorkQueue.cs, WorkStealingQueue).</summary>
    public static long OfStealingQueue(in Instance queue) =>
        queue.TryRead("m_headIndex", out int head) && queue.TryRead("m_tailIndex", out int tail) ? Math.Max(0, tail - head) : 0;

    // once it is full and a next one was made, its tail is moved far ahead (FreezeOffset)
    private static long OfSegment(in Instance segment)
    {
        if (segment.Type.Field("_headAndTail") is not { } field || segment.Reader.Types.Find(field.Type.MethodTable) is not { } type
            || !segment.TryElements("_slots", out Elements slots) || !segment.TryRead("_frozenForEnqueues", out bool isFrozen))
            return 0;
        var ends = new Instance(segment.Reader, type, segment.Data + (ulong)field.Offset);
        if (!ends.TryRead("Head", out int head) || !ends.TryRead("Tail", out int tail))
            return 0;
        long count = tail - (long)head - (isFrozen ? 2L * slots.Length : 0);
        return Math.Clamp(count, 0, slots.Length);
    }
}
