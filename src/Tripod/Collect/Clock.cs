using System.Diagnostics;

namespace Tripod.Collect;

/// <summary>The wire's times, which are nanoseconds.</summary>
internal static class Clock
{
    public static TimeSpan Nanoseconds(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);

    /// <param name="nanoseconds">CLOCK_REALTIME.</param>
    public static DateTimeOffset FromUnixNanoseconds(long nanoseconds) => DateTimeOffset.UnixEpoch + Nanoseconds(nanoseconds);

    /// <summary>Time since a reading of CLOCK_MONOTONIC, which Stopwatch is on Linux, in nanoseconds too.</summary>
    public static TimeSpan Since(long monotonic) => Stopwatch.GetElapsedTime(monotonic);
}
