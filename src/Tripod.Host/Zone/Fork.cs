using System.Runtime.CompilerServices;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>
/// Forks the twin; and another one, if a sleeper woke meanwhile. What could wake one then is the kernel, by a timer or
/// I/O, and not the target: it is stopped, unless that is forbidden.
/// </summary>
internal static unsafe class Fork
{
    /// <summary>CPU time. A second fork takes as much as the first: where that was long, a stack is missing instead.</summary>
    private const long LongestFirst = 3 * Time.NanosecondsPerMillisecond;

    /// <summary>Captures with one fork, after a second was in vain: there is a thread that wakes again and again.</summary>
    private const int CapturesWithOne = 7;

    /// <summary>Everything of the target that runs has been stopped, and waits for this to end.</summary>
    [MethodImpl(Rules.Method)]
    public static void Run(Control* c)
    {
        long start = Clock.Used(c, &c->Tracer);
        Make(c);
        if (c->Reason != SkipReason.None)
            return;
        bool isShort = Clock.Used(c, &c->Tracer) - start < LongestFirst;
        bool mayRepeat = isShort && c->CapturesWithOne == 0 && c->SeizeError == 0;
        if (c->CapturesWithOne > 0)
            c->CapturesWithOne--;
        int woken = Sleepers.FindWoken(c, &c->Tracer, mayRepeat ? ThreadState.Listed : ThreadState.Unstable);
        c->Unstable = mayRepeat && woken > 0 ? Repeat(c) : woken;
        if (c->Reason == SkipReason.None)
            c->Chosen = c->Forks; // the launcher wakes it
    }

    /// <summary>Another twin, once who has woken and still runs is stopped; how many woke during this fork too.</summary>
    [MethodImpl(Rules.Method)]
    private static int Repeat(Control* c)
    {
        Freeze.Run(c);
        if (c->Reason == SkipReason.None && Tracer.MayFork(c))
            Make(c);
        int woken = Sleepers.FindWoken(c, &c->Tracer, ThreadState.Unstable);
        if (woken > 0 || c->Reason != SkipReason.None)
            c->CapturesWithOne = CapturesWithOne;
        return woken;
    }

    /// <summary>
    /// Copy on write, so that its memory is of this instant. It shares the tracer's table of descriptors, in which there
    /// is nothing of the target's; and the target becomes its parent, with the exit signal of the tracer: none.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static void Make(Control* c)
    {
        const int flags = Sched.CLONE_FILES | Sched.CLONE_FS | Sched.CLONE_PARENT;
        long start = Clock.Now(c, &c->Tracer);
        int number = ++c->Forks;
        nint pid = Syscall.Invoke(c, c->Machine.clone, flags, 0, 0, 0);
        if (pid == 0)
            Twin.Live(c, number);
        else if (pid > 0)
            c->Twins[number - 1] = (int)pid;
        else
            ThreadList.Fail(c, SkipReason.TwinNotForked, (int)-pid);
        c->ForkTime = Clock.Now(c, &c->Tracer) - start;
    }
}
