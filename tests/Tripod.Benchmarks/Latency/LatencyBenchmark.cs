using Tripod.EndToEnd.Logs;

namespace Tripod.Benchmarks.Latency;

/// <summary>From the tick to the sample's last line in the log, as another process sees it there.</summary>
internal static class LatencyBenchmark
{
    private const int ColdSamples = 5;
    private const double Interval = 0.2;
    private const double LimitMilliseconds = 100;

    internal static IEnumerable<Figure> Run(Effort effort)
    {
        using WorkloadProcess target = WorkloadProcess.Sampled(Interval);
        IReadOnlyDictionary<long, DateTimeOffset> seen = SampleEnds.Watch(target.LogPath, ColdSamples + effort.TripodSamples);
        (LoggedSample Sample, DateTimeOffset Seen)[] warm = 
        [
            .. target.Log.Samples.Skip(ColdSamples).Where(sample => seen.ContainsKey(sample.Number))
                .Select(sample => (sample, seen[sample.Number])),
        ];

        Report.Head("From tick to log, warm; 25 threads", "ms");
        var latency = new Statistics(warm.Select(pair => (pair.Seen - pair.Sample.Time).TotalMilliseconds));
        Report.Row("sample complete in the log", latency);
        Report.Row("duration as the log tells it", new Statistics(warm.Select(pair => pair.Sample.Duration.TotalMilliseconds)));
        Report.Note($"threads {warm[^1].Sample.Full.Count}, frames {warm[^1].Sample.Full.Sum(thread => thread.Frames.Count)}, one thread spinning on one of the processors");
        yield return new Figure("from tick to log, 25 threads, warm (median)", latency.Median, LimitMilliseconds, "ms");
    }
}
