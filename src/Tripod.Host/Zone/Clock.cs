using System.Runtime.CompilerServices;
using Tripod.Host.Native;

namespace Tripod.Host.Zone;

/// <summary>Time in nanoseconds.</summary>
internal static unsafe class Clock
{
    [MethodImpl(Rules.Method)]
    public static long Now(Control* c, Scratch* scratch)
    {
        timespec* time = &scratch->Time;
        Syscall.Invoke(c, c->Machine.clock_gettime, Time.CLOCK_MONOTONIC, (nint)time);
        return time->tv_sec * Time.NanosecondsPerSecond + time->tv_nsec;
    }

    [MethodImpl(Rules.Method)]
    public static void Sleep(Control* c, Scratch* scratch, long nanoseconds)
    {
        SetDelay(scratch, nanoseconds);
        Syscall.Invoke(c, c->Machine.nanosleep, (nint)(&scratch->Delay), 0);
    }

    /// <summary>Waits for a descriptor to become readable; 0 if the time is over.</summary>
    [MethodImpl(Rules.Method)]
    public static nint WaitReadable(Control* c, Scratch* scratch, int descriptor, long nanoseconds)
    {
        SetDelay(scratch, nanoseconds);
        scratch->Poll.fd = descriptor;
        scratch->Poll.events = Poll.POLLIN;
        scratch->Poll.revents = 0;
        nint result;
        do
            result = Syscall.Invoke(c, c->Machine.ppoll, (nint)(&scratch->Poll), 1, (nint)(&scratch->Delay), 0);
        while (result == -Errno.EINTR);
        return result;
    }

    [MethodImpl(Rules.Method)]
    private static void SetDelay(Scratch* scratch, long nanoseconds)
    {
        scratch->Delay.tv_sec = nanoseconds / Time.NanosecondsPerSecond;
        scratch->Delay.tv_nsec = nanoseconds % Time.NanosecondsPerSecond;
    }
}
