using Tripod.Host.Native;

namespace Tripod.Host;

/// <summary>Waits longer after each failure in a row: 0.1 s, doubled up to 10 s. Times in nanoseconds.</summary>
internal struct Backoff
{
    /// <summary>After the first failure.</summary>
    public const long Shortest = 100 * Time.NanosecondsPerMillisecond;

    /// <summary>However many there were.</summary>
    public const long Longest = 10 * Time.NanosecondsPerSecond;

    private long _delay;
    private long _until;

    /// <summary>Whether it may be tried.</summary>
    public readonly bool IsOver(long now) => now >= _until;

    /// <summary>It failed.</summary>
    public void Fail(long now)
    {
        _delay = _delay == 0 ? Shortest : Math.Min(_delay * 2, Longest);
        _until = now + _delay;
    }

    /// <summary>It worked: the next failure is a first one.</summary>
    public void Reset() => this = default;
}
