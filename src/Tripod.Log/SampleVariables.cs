using Tripod.Samples;

namespace Tripod.Log;

/// <summary>The last part of a sample: the frames with arguments and locals, and its end.</summary>
/// <param name="Sample">The sample of the <see cref="SampleStacks"/> before, now with variables and duration.</param>
/// <param name="HasVariables">False if the user wants none: then this is the sample's end alone.</param>
public sealed record SampleVariables(Sample Sample, bool HasVariables = true) : SamplePart(Sample);
