namespace Tripod.Benchmarks.Gaps;

/// <summary>The longest time that one sample takes away from a thread that spins: Tripod's beside ClrMD's two ways.</summary>
internal static class GapBenchmark
{
    internal static IEnumerable<Figure> Run(Effort effort)
    {
        Report.Head("Longest gap of a spinning thread during one sample; 25 threads, 10 MB heap", "ms");
        var quiet = new Statistics(QuietGaps.Measure(effort.TripodSamples));
        Report.Row("no sampling, windows of 50 ms", quiet);
        (Statistics own, Statistics paused) = TripodGaps.Measure(effort.TripodSamples);
        Report.Row("Tripod, with arguments and locals", own);
        Report.Row("  of it, pause as the log tells it", paused);
        Statistics attach = ClrMdGaps.MeasureAttach(effort.Attaches);
        Report.Row("ClrMD AttachToProcess(suspend: true), stacks alone", attach);
        Statistics snapshot = ClrMdGaps.MeasureSnapshot(effort.Snapshots);
        Report.Row("ClrMD CreateSnapshotAndAttach, stacks alone", snapshot);
        yield return new Figure("longest gap, of AttachToProcess's (medians)", own.Median / attach.Median, 1 / 5.0, "");
        yield return new Figure("longest gap, of CreateSnapshotAndAttach's (medians)", own.Median / snapshot.Median, 1 / 100.0, "");
    }
}
