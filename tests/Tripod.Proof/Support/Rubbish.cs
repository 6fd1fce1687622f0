using System;
using System.Threading;

namespace Proof;

/// <summary>Now and then drops objects that have finalizers.</summary>
static class Rubbish
{
    private const int Pause = 100;

    private static long _next;

    public static void Drop()
    {
        long now = Environment.TickCount64, next = Volatile.Read(ref _next);
        if (now >= next && Interlocked.CompareExchange(ref _next, now + Pause, next) == next)
            Garbage.Make();
    }
}
