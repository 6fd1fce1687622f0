namespace Tripod.Samples;

/// <summary>Why a sample was taken.</summary>
public enum SampleReason
{
    /// <summary>The interval had passed.</summary>
    Interval,
}
