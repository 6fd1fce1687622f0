namespace Tripod.Benchmarks.Collectors;

/// <summary>What samples of a target cost once its collector is warm.</summary>
internal static class WarmSamples
{
    /// <summary>Milliseconds of processor time of the collector for a sample, the mean of each batch.</summary>
    internal static List<double> Times(WorkloadProcess target, int batches, int size)
    {
        var collector = new CollectorProcess(target.LogPath);
        List<double> times = [];
        for (int batch = 1; batch <= batches; batch++)
        {
            TimeSpan before = collector.ProcessorTime;
            int samples = target.CountSamples();
            target.WaitForSamples(samples + size);
            TimeSpan after = collector.ProcessorTime;
            times.Add((after - before).TotalMilliseconds / (target.CountSamples() - samples));
        }
        return times;
    }
}
