using Tripod.Native;
using Tripod.Wire;

namespace Tripod.Collect;

/// <summary>The thread records that the tracer writes, in memory shared with the target.</summary>
internal static unsafe class ThreadTable
{
    // Where the host puts the memfd before it execs the collector.
    private const int Descriptor = 4;

    /// <summary>A copy of the first records: those of the sample at hand.</summary>
    public static ThreadRecord[] Read(int count)
    {
        void* records = Mman.MapShared(Descriptor, (nuint)count * (nuint)sizeof(ThreadRecord));
        if (records == null)
            throw new IOException($"the thread records cannot be mapped: {Errno.Text(Errno.Last)}");
        var copy = new ReadOnlySpan<ThreadRecord>(records, count).ToArray();
        Mman.Unmap(records, (nuint)count * (nuint)sizeof(ThreadRecord));
        return copy;
    }
}
