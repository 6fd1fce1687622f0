using System.Runtime.CompilerServices;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>
/// A child that lives for a few milliseconds, unless it has to <see cref="Linger"/>. It shares the target's memory, but is another thread group: only so may
/// it ptrace the target's threads.
/// </summary>
internal static unsafe class Tracer
{
    private const long Nap = 20_000;
    private const int MostFiles = 1024;

    /// <summary>
    /// While there are threads that were told to stop and have not yet: a tracer that is killed leaves them to see EINTR.
    /// It minds shorter limits itself meanwhile, and one that gets no processor would not die sooner than it does that; so
    /// this is for one that fails.
    /// </summary>
    public const int LongAlarmMilliseconds = 10_000;

    /// <summary>Threads that were held for so long, nanoseconds, are not held for a fork as well.</summary>
    private const long LatestFork = 250 * Time.NanosecondsPerMillisecond;

    /// <summary>A longer fork cannot be dared where nobody may stop it, for threads have not stopped yet.</summary>
    private const long LongestFork = 50 * Time.NanosecondsPerMillisecond;

    /// <summary>Where clone starts it. It never returns.</summary>
    [MethodImpl(Rules.Method)]
    public static int Enter(void* argument)
    {
        var c = (Control*)argument;
        Guard(c);
        if (c->Guard == null)
            Descriptors.CloseFrom(c, &c->Tracer, 0); // a copy of the target's: its pipes must not stay open for us
        while (c->Go == 0)
            Clock.Sleep(c, &c->Tracer, Nap);
        LimitFiles(c);
        if (c->Mine->Leave == 0)
            Run(c);
        bool lingers = Linger.IsNeeded(c);
        Release(c, all: lingers);
        c->Finished = 1;
        if (lingers)
            Linger.Run(c);
        Syscall.Exit(c, 0); // lets every thread go, faster than detaching them: a woken thread would preempt us
        return 0;
    }

    /// <summary>Three guards, for a tracer that hangs holds the target: its parent's death, an alarm, and the launcher's patience.</summary>
    [MethodImpl(Rules.Method)]
    private static void Guard(Control* c)
    {
        Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_PDEATHSIG, Signal.SIGKILL, 0, 0);
        if (Syscall.Invoke(c, c->Machine.getppid) != c->TargetPid)
            Syscall.Exit(c, 0);
        Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_TIMERSLACK, 1, 0, 0); // naps of 20 µs, not of 70
        Signals.Default(c, &c->Tracer, Signal.SIGALRM);
        Arm(c, c->Mine, c->TracerMilliseconds);
        Signals.Unblock(c, &c->Tracer, Signal.SIGALRM);
    }

    /// <summary>Sets the alarm anew.</summary>
    [MethodImpl(Rules.Method)]
    public static void Arm(Control* c, TracerMemory* tracer, int milliseconds)
    {
        tracer->Deadline = Clock.Now(c, &tracer->Scratch) + milliseconds * Time.NanosecondsPerMillisecond;
        itimerval* timer = &tracer->Scratch.Timer;
        timer->it_interval.tv_sec = 0;
        timer->it_interval.tv_usec = 0;
        timer->it_value.tv_sec = milliseconds / 1000;
        timer->it_value.tv_usec = milliseconds % 1000 * 1000;
        Syscall.Invoke(c, c->Machine.setitimer, Time.ITIMER_REAL, (nint)timer, 0);
    }

    /// <summary>How many files may stay open: each holds a page of the kernel's, and some descriptors must stay free.</summary>
    [MethodImpl(Rules.Method)]
    private static void LimitFiles(Control* c)
    {
        rlimit* limit = &c->Tracer.Limit;
        limit->rlim_cur = 0;
        Syscall.Invoke(c, c->Machine.prlimit64, 0, Resource.RLIMIT_NOFILE, 0, (nint)limit);
        c->FileLimit = limit->rlim_cur / 2 < MostFiles ? (int)(limit->rlim_cur / 2) : MostFiles;
    }

    [MethodImpl(Rules.Method)]
    private static void Run(Control* c)
    {
        c->TaskDescriptor = Descriptors.Open(c, c->TaskPath, c->Machine.O_DIRECTORY);
        if (c->TaskDescriptor < 0)
        {
            ThreadList.Fail(c, SkipReason.ThreadsNotListed, -c->TaskDescriptor);
            return;
        }
        ThreadList.Read(c);
        if (c->Rehearsal != 0)
        {
            Sleepers.Read(c, &c->Tracer);
            return;
        }
        Freeze.Run(c);
        if (c->Reason == SkipReason.None && MayFork(c))
            Fork.Run(c);
    }

    /// <summary>
    /// Whether the threads may be held for a fork, too. Where all that was told to stop has stopped, the alarm ends one that
    /// takes too long; else nobody can, so it is not begun where the last one was long.
    /// </summary>
    [MethodImpl(Rules.Method)]
    public static bool MayFork(Control* c)
    {
        if (c->Stopped == 0)
            return true;
        if (IsLate(c))
            return false;
        if (!Linger.IsNeeded(c))
        {
            int held = (int)((Clock.Now(c, &c->Tracer) - c->Stopped) / Time.NanosecondsPerMillisecond);
            Arm(c, c->Mine, held < c->TracerMilliseconds ? c->TracerMilliseconds - held : 1);
        }
        else if (c->ForkTime > LongestFork)
        {
            c->ForkTime /= 2; // the machine may have become less busy: it is tried again some time
            ThreadList.Fail(c, SkipReason.TooBusy, 0);
        }
        return c->Reason == SkipReason.None;
    }

    /// <summary>Whether the threads have been held for so long that the capture is given up, which this does.</summary>
    [MethodImpl(Rules.Method)]
    public static bool IsLate(Control* c)
    {
        if (c->Stopped == 0 || Clock.Now(c, &c->Tracer) - c->Stopped < LatestFork)
            return false;
        ThreadList.Fail(c, SkipReason.TooBusy, 0);
        return true;
    }

    /// <summary>A signal that was on its way in when its thread stopped is delivered by an explicit detach.</summary>
    /// <param name="c">The zone.</param>
    /// <param name="all">Whether threads without such a signal are detached, too, because the tracer does not end yet.</param>
    [MethodImpl(Rules.Method)]
    private static void Release(Control* c, bool all)
    {
        for (int i = 0; i < c->Count; i++)
        {
            ThreadRecord* record = c->Records + i;
            if (record->State == ThreadState.Stopped && (all || record->Signal != 0))
                Syscall.Invoke(c, c->Machine.ptrace, Ptrace.PTRACE_DETACH, record->Tid, 0, record->Signal);
        }
    }

    /// <summary>Whether a thread has stopped: WIFSTOPPED of sys/wait.h.</summary>
    [MethodImpl(Rules.Method)]
    public static bool IsStop(int status) => (status & 0xff) == 0x7f;

    /// <summary>A stop with an event in the upper half is ours, which is 0; one without is a signal on its way in (ptrace(2)).</summary>
    [MethodImpl(Rules.Method)]
    public static int SignalOf(int status) => status >> 16 == 0 ? (status >> 8) & 0xff : 0;
}
