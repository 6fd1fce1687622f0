using System.Runtime.CompilerServices;
using Tripod.Host.Native;

namespace Tripod.Host.Zone;

/// <summary>Time in nanoseconds.</summary>
internal static unsafe class Clock
{
    [MethodImpl(Rules.Method)]
    public static long Now(Control* c, Scratch* scratch) => Read(c, scratch, Time.CLOCK_MONOTONIC);

    /// <summary>What the calling thread has had of a processor, however long it waited for one.</summary>
    [MethodImpl(Rules.Method)]
    public static long Used(Control* c, Scratch* scratch) => Read(c, scratch, Time.CLOCK_THREAD_CPUTIME_ID);

    [MethodImpl(Rules.Method)]
    private static long Read(Control* c, Scratch* scratch, int clock)
    {
        timespec* time = &scratch->Time;
        Syscall.Invoke(c, c->Machine.clock_gettime, clock, (nint)time);
        return time->tv_sec * Time.NanosecondsPerSecond + time->tv_nsec;
    }

    [MethodImpl(Rules.Method)]
    public static void Sleep(Control* c, Scratch* scratch, long nanoseconds)
    {
        SetDelay(scratch, nanoseconds);
        Syscall.Invoke(c, c->Machine.nanosleep, (nint)(&scratch->Delay), 0);
    }

    /// <summary>Waits until the word is no longer <paramref name="value"/>, is woken, or the time is over.</summary>
    [MethodImpl(Rules.Method)]
    public static void WaitWhile(Control* c, Scratch* scratch, int* word, int value, long nanoseconds)
    {
        SetDelay(scratch, nanoseconds);
        Syscall.Invoke(c, c->Machine.futex, (nint)word, Futex.FUTEX_WAIT, value, (nint)(&scratch->Delay));
    }

    /// <summary>Wakes all who wait for the word.</summary>
    [MethodImpl(Rules.Method)]
    public static void Wake(Control* c, int* word) =>
        Syscall.Invoke(c, c->Machine.futex, (nint)word, Futex.FUTEX_WAKE, int.MaxValue, 0);

    [MethodImpl(Rules.Method)]
    private static void SetDelay(Scratch* scratch, long nanoseconds)
    {
        scratch->Delay.tv_sec = nanoseconds / Time.NanosecondsPerSecond;
        scratch->Delay.tv_nsec = nanoseconds % Time.NanosecondsPerSecond;
    }
}
