using System.Runtime.CompilerServices;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>
/// Forks the twin; and others, if a sleeper woke meanwhile. What could wake one then is the kernel, by a timer or I/O, and
/// not the target: it is stopped, unless that is forbidden.
/// </summary>
internal static unsafe class Fork
{
    /// <summary>CPU time of all forks before the last. That takes as much again: where it would be long, a stack is missing instead.</summary>
    private const long LongestBefore = 3 * Time.NanosecondsPerMillisecond;

    /// <summary>Captures with one fork, after more were in vain: there is a thread that wakes again and again.</summary>
    private const int CapturesWithOne = 7;

    /// <summary>Everything of the target that runs has been stopped, and waits for this to end.</summary>
    [MethodImpl(Rules.Method)]
    public static void Run(Control* c)
    {
        int most = c->CapturesWithOne == 0 && c->SeizeError == 0 ? Control.MostTwins : 1;
        if (c->CapturesWithOne > 0)
            c->CapturesWithOne--;
        long start = Clock.Used(c, &c->Tracer);
        Make(c);
        while (c->Reason == SkipReason.None)
        {
            bool mayRepeat = c->Forks < most && Clock.Used(c, &c->Tracer) - start < LongestBefore;
            c->Unstable = Sleepers.FindWoken(c, &c->Tracer, mayRepeat ? ThreadState.Listed : ThreadState.Unstable);
            if (c->Unstable == 0 || !mayRepeat)
                break;
            Freeze.Run(c); // stops who has woken and still runs
            if (c->Reason == SkipReason.None && Tracer.MayFork(c))
                Make(c);
        }
        if (c->Forks > 1 && (c->Unstable > 0 || c->Reason != SkipReason.None))
            c->CapturesWithOne = CapturesWithOne;
        if (c->Reason == SkipReason.None)
            c->Chosen = c->Forks; // the launcher wakes it
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
