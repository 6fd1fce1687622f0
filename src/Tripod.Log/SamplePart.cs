using Tripod.Samples;

namespace Tripod.Log;

/// <summary>An entry that is part of a sample: <see cref="SampleStacks"/> begins it, <see cref="SampleVariables"/> ends it.</summary>
public abstract record SamplePart : LogEntry
{
    private protected SamplePart(Sample sample)
        : base(sample.Time) => Sample = sample;

    /// <summary>The sample, as far as it is known by then.</summary>
    public Sample Sample { get; init; }
}
