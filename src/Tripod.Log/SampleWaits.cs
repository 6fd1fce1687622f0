using Tripod.Samples;

namespace Tripod.Log;

/// <summary>For what threads wait, and which of them wait for each other. Written after the stacks, and before the heap is looked through.</summary>
/// <param name="Sample">The sample of the <see cref="SampleStacks"/> before, now with the waits of its threads.</param>
public sealed record SampleWaits(Sample Sample) : SamplePart(Sample);
