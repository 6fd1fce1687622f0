namespace Tripod.Benchmarks;

/// <summary>How often each thing is measured.</summary>
/// <param name="TripodSamples">Warm samples of Tripod, for gaps and for latency.</param>
/// <param name="Attaches">ClrMD attaches.</param>
/// <param name="Snapshots">Core dumps.</param>
/// <param name="MemoryRuns">Pairs of processes whose memory is compared.</param>
internal sealed record Effort(int TripodSamples, int Attaches, int Snapshots, int MemoryRuns)
{
    internal static Effort Quick { get; } = new(30, 30, 3, 1);

    internal static Effort Full { get; } = new(200, 100, 9, 5);
}
