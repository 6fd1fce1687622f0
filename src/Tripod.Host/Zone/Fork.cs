using System.Runtime.CompilerServices;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>Forks the twin; and another one, if a sleeper woke meanwhile. Only the kernel can wake one then: a timer, or I/O.</summary>
internal static unsafe class Fork
{
    /// <summary>A second fork takes as long as the first: where that was long, a stack is missing instead.</summary>
    private const long LongestFirst = 3 * Time.NanosecondsPerMillisecond;

    /// <summary>Captures with one fork, after a second was in vain: there is a thread that wakes again and again.</summary>
    private const int CapturesWithOne = 15;

    /// <summary>Everything of the target that runs has been stopped.</summary>
    [MethodImpl(Rules.Method)]
    public static void Run(Control* c)
    {
        long start = Clock.Now(c, &c->Tracer);
        Make(c);
        long took = Clock.Now(c, &c->Tracer) - start;
        if (c->CapturesWithOne > 0)
            c->CapturesWithOne--;
        else if (c->Reason == SkipReason.None && took < LongestFirst)
            Repeat(c);
        c->Unstable = Sleepers.FindWoken(c, &c->Tracer, ThreadState.Unstable);
        if (c->Unstable > 0 && c->Forks > 1)
            c->CapturesWithOne = CapturesWithOne;
        if (c->Reason == SkipReason.None)
            c->Chosen = c->Forks; // the launcher wakes it
    }

    /// <summary>Another twin, if anybody has woken; who still runs is stopped before.</summary>
    [MethodImpl(Rules.Method)]
    private static void Repeat(Control* c)
    {
        if (Sleepers.FindWoken(c, &c->Tracer, ThreadState.Listed) == 0)
            return;
        Freeze.Run(c);
        Registers.Read(c);
        if (c->Reason == SkipReason.None)
            Make(c);
    }

    /// <summary>
    /// Copy on write, so that its memory is of this instant. It shares the tracer's table of descriptors, in which there
    /// is nothing of the target's; and the target becomes its parent, with the exit signal of the tracer: none.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static void Make(Control* c)
    {
        const int flags = Sched.CLONE_FILES | Sched.CLONE_FS | Sched.CLONE_PARENT;
        int number = ++c->Forks;
        nint pid = Syscall.Invoke(c, c->Machine.clone, flags, 0, 0, 0);
        if (pid == 0)
            Twin.Live(c, number);
        else if (pid > 0)
            c->Twins[number - 1] = (int)pid;
        else
            ThreadList.Fail(c, SkipReason.TwinNotForked, (int)-pid);
    }
}
