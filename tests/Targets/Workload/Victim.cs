using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Workload;

/// <summary>
/// A thread that reads the monotonic clock in a loop and writes down every gap: the time that something took from it.
/// It asks for the highest nice level, so that a gap is a stop rather than another process's turn on a busy machine.
/// Times are Stopwatch ticks, on Linux nanoseconds of CLOCK_MONOTONIC, the same in every process.
/// </summary>
internal sealed partial class Victim
{
    private const int Capacity = 1 << 20;
    private const long ShortestGap = 15_000;
    private const int PRIO_PROCESS = 0;
    private const int HighestNice = -20;
    private readonly long[] _starts = new long[Capacity];
    private readonly long[] _lengths = new long[Capacity];
    private int _count;

    private Victim() { }

    internal static Victim Start()
    {
        var victim = new Victim();
        new Thread(victim.Run) { IsBackground = true, Name = "victim" }.Start();
        return victim;
    }

    private void Run()
    {
        // of the calling thread alone (setpriority(2), "C library/kernel differences"); refused to users, and then left as it is
        _ = setpriority(PRIO_PROCESS, 0, HighestNice);
        Spin();
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

    [LibraryImport("libc")]
    private static partial int setpriority(int which, uint who, int priority);
}
