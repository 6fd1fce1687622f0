using System.Diagnostics;
using System.Globalization;

namespace Tripod.Benchmarks.Gaps;

/// <summary>A stretch of CLOCK_MONOTONIC in nanoseconds, which Stopwatch counts on Linux in every process alike.</summary>
internal readonly record struct Window(long Start, long End)
{
    private const long NanosecondsPerTick = 100;

    /// <summary>The wall clock as the log has it, brought to the monotonic clock by reading both now.</summary>
    internal static Window OfWallClock(DateTimeOffset start, TimeSpan length)
    {
        long ago = (DateTimeOffset.UtcNow - start).Ticks * NanosecondsPerTick;
        long begin = Stopwatch.GetTimestamp() - ago;
        return new Window(begin, begin + length.Ticks * NanosecondsPerTick);
    }

    /// <summary>Two numbers, as another process printed them.</summary>
    internal static Window Parse(string line)
    {
        long[] ends = Array.ConvertAll(line.Split(' '), end => long.Parse(end, CultureInfo.InvariantCulture));
        return new Window(ends[0], ends[1]);
    }

    internal static Window Around(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return new Window(start, Stopwatch.GetTimestamp());
    }

    internal Window Widened(TimeSpan by) => new(Start - by.Ticks * NanosecondsPerTick, End + by.Ticks * NanosecondsPerTick);

    /// <summary>The longest gap that overlaps the window, in milliseconds; 0 if none was as long as the victim writes down.</summary>
    internal double LongestOf(IEnumerable<(long Start, long Length)> gaps)
    {
        (long start, long end) = (Start, End);
        return gaps.Where(gap => gap.Start <= end && gap.Start + gap.Length >= start)
            .Select(gap => gap.Length / 1e6).DefaultIfEmpty(0).Max();
    }
}
