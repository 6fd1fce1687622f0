using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Workload;

/// <summary>
/// A thread that reads the monotonic clock in a loop and writes down every gap: the time that something took from it.
/// Times are Stopwatch ticks, on Linux nanoseconds of CLOCK_MONOTONIC, the same in every process.
/// </summary>
internal sealed class Victim
{
    private const int Capacity = 1 << 20;
    private const long ShortestGap = 15_000;
    private readonly long[] _starts = new long[Capacity];
    private readonly long[] _lengths = new long[Capacity];
    private int _count;

    private Victim() { }

    internal static Victim Start()
    {
        var victim = new Victim();
        new Thread(victim.Spin) { IsBackground = true, Name = "victim" }.Start();
        return victim;
    }

    internal IEnumerable<(long Start, long Length)> Gaps()
    {
        int count = Volatile.Read(ref _count);
        for (int i = 0; i < count; i++)
            yield return (_starts[i], _lengths[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spin()
    {
        long last = Stopwatch.GetTimestamp();
        while (_count < Capacity)
        {
            long now = Stopwatch.GetTimestamp();
            if (now - last > ShortestGap)
            {
                _starts[_count] = last;
                _lengths[_count] = now - last;
                Volatile.Write(ref _count, _count + 1);
                now = Stopwatch.GetTimestamp();
            }
            last = now;
        }
    }
}
