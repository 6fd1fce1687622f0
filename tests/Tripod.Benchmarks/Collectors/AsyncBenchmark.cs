using System.Text.RegularExpressions;

namespace Tripod.Benchmarks.Collectors;

/// <summary>What a sample costs whose pending async work is sought on a large heap: the collector's time, outside the target's pause.</summary>
internal static partial class AsyncBenchmark
{
    internal const string Command = "async";

    private const int Megabytes = 500;
    private const int Tasks = 10_000;
    private const int Threads = 25;
    private const int WarmUp = 10;
    private const double Interval = 1;
    private const double Limit = 600;

    /// <summary>Measures the collector that was built with this program; <c>--quick</c> takes fewer samples.</summary>
    internal static int Run(string[] arguments)
    {
        int batches = arguments.Contains("--quick") ? 3 : 10;
        Report.Machine();
        Report.Head($"Processor time of the collector for a warm sample: {Megabytes} MB of small objects, {Tasks} pending calls", "ms");
        // a search that is cut short on a busy machine would cost less than it should
        using WorkloadProcess target = WorkloadProcess.Sampled(Interval, ["--max-depth", "2", "--max-async-time", "20000"], "idle", $"threads={Threads}", $"small={Megabytes}", $"tasks={Tasks}");
        target.WaitForSamples(WarmUp);
        target.GoOn();
        var with = new Statistics(WarmSamples.Times(target, batches, size: 3));
        Report.Row("with the search", with);
        string log = File.ReadAllText(target.LogPath);
        Report.Note($"chains found: {Found().Match(log).Groups["count"].Value} in {Tasks / 2:N0}; searches that were not whole: {log.Split("Note: pending async work").Length - 1}");
        Report.Row("without it", new Statistics(Without(batches)));
        Figure figure = new($"processor time of a warm sample with {Megabytes} MB and {Tasks} pending calls (median)", with.Median, Limit, "ms");
        Report.Figures([figure]);
        return figure.IsReached ? 0 : 1;
    }

    private static List<double> Without(int batches)
    {
        using WorkloadProcess target = WorkloadProcess.Sampled(Interval, ["--max-depth", "2", "--max-async-time", "0"], "idle", $"threads={Threads}", $"small={Megabytes}", $"tasks={Tasks}");
        target.WaitForSamples(WarmUp);
        return WarmSamples.Times(target, batches, size: 3);
    }

    [GeneratedRegex(@"^Pending async work, on no thread's stack: (?<count>[0-9,]+) chains?", RegexOptions.Multiline)]
    private static partial Regex Found();
}
