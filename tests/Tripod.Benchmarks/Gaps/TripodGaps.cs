using Tripod.EndToEnd.Logs;

namespace Tripod.Benchmarks.Gaps;

/// <summary>Gaps while Tripod samples. A sample's window is the log's: from its tick for as long as it took.</summary>
internal static class TripodGaps
{
    private const int ColdSamples = 5;
    private const double Interval = 0.2;

    /// <summary>The log's times are whole milliseconds.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(2);

    internal static (Statistics Gaps, Statistics Pauses) Measure(int count)
    {
        using WorkloadProcess target = WorkloadProcess.Sampled(Interval);
        target.WaitForSamples(ColdSamples + count);
        IReadOnlyList<(long Start, long Length)> gaps = target.Gaps();
        LoggedSample[] warm = [.. target.Log.Samples.Skip(ColdSamples).Take(count)];
        return (new Statistics(warm.Select(sample => WindowOf(sample).LongestOf(gaps))),
            new Statistics(warm.Select(sample => sample.Pause.TotalMilliseconds)));
    }

    private static Window WindowOf(LoggedSample sample) => Window.OfWallClock(sample.Time, sample.Duration).Widened(Rounding);
}
