namespace Tripod.Benchmarks.Memory;

/// <summary>What 500 samples add to the resident memory of the target itself, against its twin brother of the same age that nobody samples.</summary>
internal static class MemoryBenchmark
{
    private const int Samples = 500;
    private const double Interval = 0.03;
    private const double LimitMegabytes = 5;

    internal static IEnumerable<Figure> Run(Effort effort)
    {
        List<double> plain = [], sampled = [], added = [];
        for (int run = 0; run < effort.MemoryRuns; run++)
        {
            (double without, double with) = Measure();
            plain.Add(without);
            sampled.Add(with);
            added.Add(with - without);
        }
        Report.Head($"Resident memory of the target after {Samples} samples", "MB");
        Report.Row("without Tripod, at the same age", new Statistics(plain));
        Report.Row("with Tripod", new Statistics(sampled));
        var difference = new Statistics(added);
        Report.Row("added", difference);
        yield return new Figure($"memory added to the target after {Samples} samples (median)", difference.Median, LimitMegabytes, "MB");
    }

    private static (double Without, double With) Measure()
    {
        using WorkloadProcess plain = WorkloadProcess.Plain("idle");
        using WorkloadProcess sampled = WorkloadProcess.Sampled(Interval, "idle");
        sampled.WaitForSamples(Samples);
        return (ResidentMemory.Megabytes(plain.Pid), ResidentMemory.Megabytes(sampled.Pid));
    }
}
