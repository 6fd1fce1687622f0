using Tripod.Samples;

namespace Tripod.Log;

/// <summary>The async work that is on no thread's stack, and what it tells of the threads' waits. Written after these, and before variables are sought.</summary>
/// <param name="Sample">The sample of the <see cref="SampleWaits"/> before, now with <see cref="Sample.Pending"/>.</param>
public sealed record SamplePending(Sample Sample) : SamplePart(Sample);
