using System.Runtime.CompilerServices;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>
/// A child that lives for a few milliseconds. It shares the target's memory, but is another thread group: only so may
/// it ptrace the target's threads.
/// </summary>
internal static unsafe class Tracer
{
    private const long Nap = 20_000;
    private const int MostFiles = 1024;

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
        Run(c);
        c->Finished = 1;
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
        itimerval* timer = &c->Tracer.Timer;
        timer->it_interval.tv_sec = 0;
        timer->it_interval.tv_usec = 0;
        timer->it_value.tv_sec = c->TracerMilliseconds / 1000;
        timer->it_value.tv_usec = c->TracerMilliseconds % 1000 * 1000;
        Syscall.Invoke(c, c->Machine.setitimer, Time.ITIMER_REAL, (nint)timer, 0);
        Signals.Unblock(c, &c->Tracer, Signal.SIGALRM);
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
        Registers.Read(c);
        if (c->Reason == SkipReason.None)
            Fork.Run(c);
        PassSignals(c);
    }

    /// <summary>A signal that was on its way in when its thread stopped is delivered by an explicit detach.</summary>
    [MethodImpl(Rules.Method)]
    private static void PassSignals(Control* c)
    {
        for (int i = 0; i < c->Count; i++)
        {
            ThreadRecord* record = c->Records + i;
            if (record->State == ThreadState.Stopped && record->Signal != 0)
                Syscall.Invoke(c, c->Machine.ptrace, Ptrace.PTRACE_DETACH, record->Tid, 0, record->Signal);
        }
    }
}
