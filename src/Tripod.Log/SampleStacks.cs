using Tripod.Samples;

namespace Tripod.Log;

/// <summary>The first part of a sample: where every thread is. Written before anything else is sought.</summary>
/// <param name="Sample">The sample; what threads wait for and their variables are not looked at.</param>
public sealed record SampleStacks(Sample Sample) : SamplePart(Sample);
