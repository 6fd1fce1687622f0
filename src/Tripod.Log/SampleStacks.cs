using Tripod.Samples;

namespace Tripod.Log;

/// <summary>The first half of a sample: where every thread is. Written before variables are sought.</summary>
/// <param name="Sample">The sample; its variables are not looked at.</param>
public sealed record SampleStacks(Sample Sample) : LogEntry(Sample.Time);
