namespace Tripod.Samples;

/// <summary>How much of a processor a thread had, between the last sample in which it was seen and this one.</summary>
/// <param name="Used">Time on a processor.</param>
/// <param name="During">Time that passed.</param>
public readonly record struct ProcessorUse(TimeSpan Used, TimeSpan During)
{
    /// <summary>1 is a whole processor all the time.</summary>
    public double Share => During > TimeSpan.Zero ? Math.Min(Used / During, 1) : 0;
}
