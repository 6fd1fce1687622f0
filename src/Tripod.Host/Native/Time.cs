namespace Tripod.Host.Native;

/// <summary>time.h and sys/time.h</summary>
internal static class Time
{
    public const int CLOCK_MONOTONIC = 1;
    public const int CLOCK_THREAD_CPUTIME_ID = 3;
    public const int ITIMER_REAL = 0;
    public const long NanosecondsPerSecond = 1_000_000_000;
    public const long NanosecondsPerMillisecond = 1_000_000;
}

internal struct timespec
{
    public long tv_sec;
    public long tv_nsec;
}

internal struct timeval
{
    public long tv_sec;
    public long tv_usec;
}

internal struct itimerval
{
    public timeval it_interval;
    public timeval it_value;
}
