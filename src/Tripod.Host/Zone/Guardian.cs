using System.Runtime.CompilerServices;
using Tripod.Host.Native;

namespace Tripod.Host.Zone;

/// <summary>
/// The collector's parent. execve makes SIGCHLD the exit signal again, whatever clone said (de_thread in fs/exec.c), so
/// a collector that were the target's own child would wake the target's SIGCHLD handlers.
/// </summary>
/// <remarks>It shares the target's memory, so it must not outlive the target: PR_SET_PDEATHSIG kills it at once.</remarks>
internal static unsafe class Guardian
{
    /// <summary>Starts the guardian from the watchdog's thread; its pid, or −errno.</summary>
    [MethodImpl(Rules.Method)]
    public static int Launch(Guard* guard)
    {
        Control* c = guard->Control;
        Signals.Block(c, &guard->Launcher);
        int pid = c->Clone(
            guard->GuardianEntry, guard->GuardianStack, Sched.CLONE_VM | Sched.CLONE_UNTRACED, guard, null, null, null);
        if (pid == -1)
            pid = -*c->ErrnoLocation();
        Signals.Restore(c, &guard->Launcher);
        return pid;
    }

    /// <summary>Where clone starts it. It never returns.</summary>
    [MethodImpl(Rules.Method)]
    public static int Enter(void* argument)
    {
        var guard = (Guard*)argument;
        Control* c = guard->Control;
        Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_PDEATHSIG, Signal.SIGKILL, 0, 0);
        if (Syscall.Invoke(c, c->Machine.getppid) != c->TargetPid)
            Syscall.Exit(c, 0);
        Syscall.Invoke(c, c->Machine.setsid); // a Ctrl-C is not for us
        Signals.DefaultAll(c, &guard->Guardian); // an ignored SIGCHLD would reap the collector behind our back
        guard->GuardianPid = (int)Syscall.Invoke(c, c->Machine.getpid);
        int pid = StartCollector(guard);
        Descriptors.CloseFrom(c, &guard->Guardian, 0);
        if (pid > 0)
            Keep(guard, pid);
        Syscall.Exit(c, 0);
        return 0;
    }

    /// <summary>With CLONE_VFORK: the guardian goes on when the child has become the collector, or has ended.</summary>
    [MethodImpl(Rules.Method)]
    private static int StartCollector(Guard* guard)
    {
        Control* c = guard->Control;
        const int flags = Sched.CLONE_VM | Sched.CLONE_VFORK | Sched.CLONE_UNTRACED;
        int pid = c->Clone(guard->StartEntry, guard->StartStack, flags, guard, null, null, null);
        if (pid == -1)
            guard->Error = *c->ErrnoLocation();
        else
            guard->CollectorPid = pid;
        Answer(guard);
        return pid;
    }

    [MethodImpl(Rules.Method)]
    private static void Answer(Guard* guard)
    {
        Control* c = guard->Control;
        guard->Answered = 1;
        Syscall.Invoke(c, c->Machine.futex, (nint)(&guard->Answered), Futex.FUTEX_WAKE, 1, 0);
    }

    /// <summary>
    /// A collector that has ended stays a zombie until the watchdog says that it will not kill it any more: so the pid
    /// that it would kill cannot belong to somebody else.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static void Keep(Guard* guard, int pid)
    {
        Control* c = guard->Control;
        int* released = &guard->Released;
        nint ended;
        do
            ended = Syscall.Invoke(
                c, c->Machine.waitid, Wait.P_PID, pid, 0, Wait.WEXITED | Wait.WNOWAIT | Wait.__WALL, 0, 0);
        while (ended == -Errno.EINTR);
        // FUTEX_WAIT compares in the kernel and sleeps only while the word is 0. A target that has changed its user has
        // no right any more to kill us by its death (group_send_sig_info in kernel/signal.c): so we look for it.
        timespec* look = &guard->Guardian.Delay;
        look->tv_sec = 1;
        look->tv_nsec = 0;
        while (Syscall.Invoke(c, c->Machine.getppid) == c->TargetPid
            && Syscall.Invoke(c, c->Machine.futex, (nint)released, Futex.FUTEX_WAIT, 0, (nint)look) is 0 or -Errno.EINTR or -Errno.ETIMEDOUT)
        {
        }
        Syscall.Invoke(c, c->Machine.wait4, pid, 0, Wait.__WALL, 0);
    }
}
