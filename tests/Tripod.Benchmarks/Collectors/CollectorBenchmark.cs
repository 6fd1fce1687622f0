using Tripod.Benchmarks.Memory;

namespace Tripod.Benchmarks.Collectors;

/// <summary>What the collector costs the machine: processor time of a warm sample, and memory over thousands of them.</summary>
internal static class CollectorBenchmark
{
    internal const string Command = "collector";

    private const int WarmUp = 60;
    private const int Batches = 10;
    private const int BatchSize = 10;
    private const double Interval = 0.25;
    private const double ShortInterval = 0.02;

    // 18 calls on each of 24 threads, beside the main thread: 450 frames; five variables a call: 2,100, more than promised
    private const int FewThreads = 25;
    private const int ManyThreads = 200;

    /// <summary>Measures the collector that was built with this program; <c>--quick</c> takes 1,000 samples for memory, not 10,000.</summary>
    internal static int Run(string[] arguments)
    {
        Report.Machine();
        int memorySamples = arguments.Contains("--quick") ? 1_000 : 10_000;
        Report.Head($"Processor time of the collector for a warm sample, in batches of {BatchSize}", "ms");
        List<Figure> figures =
        [
            Time(FewThreads, 40),
            Time(ManyThreads, 200),
            .. Memory(memorySamples),
        ];
        Report.Figures(figures);
        return figures.TrueForAll(figure => figure.IsReached) ? 0 : 1;
    }

    private static Figure Time(int threads, double limit)
    {
        using WorkloadProcess target = WorkloadProcess.Sampled(Interval, ["--max-depth", "2"], "idle", $"threads={threads}");
        target.WaitForSamples(WarmUp);
        var statistics = new Statistics(WarmSamples.Times(target, Batches, BatchSize));
        Report.Row($"{threads} threads", statistics);
        return new Figure($"processor time of a warm sample of {threads} threads (median)", statistics.Median, limit, "ms");
    }

    private static IEnumerable<Figure> Memory(int samples)
    {
        using WorkloadProcess target = WorkloadProcess.Sampled(ShortInterval, ["--max-depth", "2"], "idle", $"threads={FewThreads}");
        Report.Head("Resident memory of the collector", "MB");
        List<double> megabytes = [];
        for (int done = samples / 10; done <= samples; done += samples / 10)
        {
            target.GoOn();
            target.WaitForSamples(done);
            megabytes.Add(ResidentMemory.Megabytes(new CollectorProcess(target.LogPath).Id));
            Report.Row($"after {done} samples", new Statistics([megabytes[^1]]));
        }
        yield return new Figure($"resident memory after {samples} samples", megabytes[^1], 150, "MB");
        yield return new Figure("growth over the second half of them", megabytes[^1] - megabytes[megabytes.Count / 2 - 1], 5, "MB");
    }
}
