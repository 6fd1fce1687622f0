using System.Runtime.CompilerServices;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>The copy of the process that is read in its place.</summary>
internal static unsafe class Twin
{
    /// <summary>
    /// Forks it: copy on write, so that its memory is of this instant. It shares the table of descriptors, for a copy
    /// would keep the target's pipes open; and the target becomes its parent, with the exit signal of the tracer: none.
    /// </summary>
    [MethodImpl(Rules.Method)]
    public static void Fork(Control* c)
    {
        const int flags = Sched.CLONE_FILES | Sched.CLONE_FS | Sched.CLONE_PARENT;
        c->Forking = 1;
        nint pid = Syscall.Invoke(c, c->Machine.clone, flags, 0, 0, 0);
        if (pid == 0)
            Live(c);
        else if (pid > 0)
            c->TwinPid = (int)pid;
        else
        {
            c->Reason = SkipReason.TwinNotForked;
            c->Error = (int)-pid;
        }
    }

    /// <summary>The twin's life: it opens its memory for the reader, waits to be killed, and runs nothing else, ever.</summary>
    [MethodImpl(Rules.Method)]
    private static void Live(Control* c)
    {
        c->TwinPid = (int)Syscall.Invoke(c, c->Machine.getpid); // should the tracer die before it can write it down
        Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_PDEATHSIG, Signal.SIGKILL, 0, 0);
        if (Syscall.Invoke(c, c->Machine.getppid) != c->TargetPid)
            Syscall.Exit(c, 0); // the target ended before the line above
        if (c->NoYama == 0)
            Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_PTRACER, c->CollectorPid, 0, 0);
        Open(c);
        c->TwinReady = 1;
        Syscall.Invoke(c, c->Machine.futex, (nint)(&c->TwinReady), Futex.FUTEX_WAKE, 1, 0);
        Clock.Sleep(c, &c->Twin, c->TwinSeconds * Time.NanosecondsPerSecond);
        Syscall.Exit(c, 0);
    }

    /// <summary>
    /// A process that made itself undumpable does not own its files in /proc (proc(5)): for these two lines the twin,
    /// never the target, is dumpable.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static void Open(Control* c)
    {
        nint dumpable = Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_GET_DUMPABLE, 0, 0, 0);
        if (dumpable != 1)
            Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_DUMPABLE, 1, 0, 0);
        c->TwinDescriptor = Descriptors.OpenAway(c, c->MemoryPath, Fcntl.O_RDONLY);
        Descriptors.WriteFile(c, c->OomPath, c->OomValue);
        if (dumpable != 1)
            Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_DUMPABLE, dumpable, 0, 0);
    }
}
