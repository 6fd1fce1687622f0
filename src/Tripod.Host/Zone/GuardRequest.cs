namespace Tripod.Host.Zone;

/// <summary>What the watchdog asks of the guardian, in <see cref="Guard.Request"/>.</summary>
internal static class GuardRequest
{
    public const int None = 0;

    /// <summary>Start a tracer.</summary>
    public const int Trace = 1;

    /// <summary>Nobody will send the collector a signal any more, so that its pid may be given away: reap it and end.</summary>
    public const int Reap = 2;

    /// <summary>End at once; the collector gets another parent.</summary>
    public const int Leave = 3;
}
