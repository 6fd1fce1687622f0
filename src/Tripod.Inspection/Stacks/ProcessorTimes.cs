using Tripod.Samples;
using Tripod.Wire;

namespace Tripod.Inspection.Stacks;

/// <summary>The processor time of each thread at the last sample, from which follows what it used since.</summary>
internal sealed class ProcessorTimes
{
    private Dictionary<int, long> _last = [];
    private TimeSpan _lastInstant;

    /// <summary>What each thread has used since the sample before; those that were not in it are missing.</summary>
    /// <param name="records">The threads, with the processor time of their whole lives.</param>
    /// <param name="instant">When they were read, by a clock that never jumps; zero if unknown.</param>
    public Dictionary<int, ProcessorUse> Since(ReadOnlySpan<ThreadRecord> records, TimeSpan instant)
    {
        var uses = new Dictionary<int, ProcessorUse>(records.Length);
        var times = new Dictionary<int, long>(records.Length);
        TimeSpan during = instant - _lastInstant;
        foreach (ref readonly ThreadRecord record in records)
        {
            if (record.CpuTime <= 0)
                continue; // not known
            // a thread that has used less than before is another one, with the same number
            if (during > TimeSpan.Zero && _last.TryGetValue(record.Tid, out long before) && record.CpuTime >= before)
                uses[record.Tid] = new ProcessorUse(TimeSpan.FromTicks((record.CpuTime - before) / TimeSpan.NanosecondsPerTick), during);
            times[record.Tid] = record.CpuTime;
        }
        (_last, _lastInstant) = (times, instant);
        return uses;
    }
}
