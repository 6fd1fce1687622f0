using System.Runtime.CompilerServices;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>
/// The watchdog's own thread during a capture: starts the tracer and waits for it. In here there is no transition and
/// no GC poll, so a collection that waits for a stopped thread cannot keep us from killing a tracer that hangs.
/// </summary>
internal static unsafe class Launcher
{
    private const long Grace = 50 * Time.NanosecondsPerMillisecond;
    private const long DyingTime = 1000 * Time.NanosecondsPerMillisecond;

    [MethodImpl(Rules.Method)]
    public static void Run(Control* c)
    {
        Signals.Block(c, &c->Launcher);
        c->TaskDescriptor = Descriptors.OpenAway(c, c->TaskPath, c->Machine.O_DIRECTORY);
        if (c->TaskDescriptor < 0)
        {
            c->Reason = SkipReason.ThreadsNotListed;
            c->Error = -c->TaskDescriptor;
        }
        else
        {
            Launch(c);
            Sleepers.Validate(c, &c->Launcher);
            Syscall.Invoke(c, c->Machine.close, c->TaskDescriptor);
        }
        Signals.Restore(c, &c->Launcher);
    }

    [MethodImpl(Rules.Method)]
    private static void Launch(Control* c)
    {
        // No exit signal in the low byte: the target gets no SIGCHLD, and only __WALL finds this child.
        const int flags = Sched.CLONE_VM | Sched.CLONE_FS | Sched.CLONE_FILES | Sched.CLONE_UNTRACED | Sched.CLONE_PIDFD;
        c->Go = c->NoYama; // with Yama it waits for our permission
        int pid = c->Clone(c->TracerEntry, c->TracerStack, flags, c, &c->PidDescriptor, null, null);
        if (pid == -1)
        {
            c->Reason = SkipReason.TracerNotStarted;
            c->Error = *c->ErrnoLocation();
            return;
        }
        c->TracerPid = pid;
        AllowTracer(c, pid);
        c->Go = 1;
        Await(c, pid);
        Syscall.Invoke(c, c->Machine.close, c->PidDescriptor);
    }

    /// <summary>Yama lets only ancestors trace, or whom the tracee names. It forgets the name when the tracer ends.</summary>
    [MethodImpl(Rules.Method)]
    private static void AllowTracer(Control* c, int pid)
    {
        if (c->NoYama == 0 && Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_PTRACER, pid, 0, 0) == -Errno.EINVAL)
            c->NoYama = 1;
    }

    [MethodImpl(Rules.Method)]
    private static void Await(Control* c, int pid)
    {
        Scratch* scratch = &c->Launcher;
        long patience = c->TracerMilliseconds * Time.NanosecondsPerMillisecond + Grace;
        if (Clock.WaitReadable(c, scratch, c->PidDescriptor, patience) == 0)
        {
            Syscall.Invoke(c, c->Machine.kill, pid, Signal.SIGKILL);
            if (Clock.WaitReadable(c, scratch, c->PidDescriptor, DyingTime) == 0)
                c->Stuck = pid; // the kernel holds it; its memory may not be used again until it is gone
        }
        c->Released = Clock.Now(c, scratch);
        if (c->Stuck == 0)
            Syscall.Invoke(c, c->Machine.wait4, pid, (nint)(&scratch->Status), Wait.__WALL, 0);
        if (c->Finished != 0)
            return;
        c->Reason = SkipReason.TracerHung;
        if (c->Forking != 0)
            FindTwin(c);
    }

    /// <summary>A tracer that died between its fork and its note of the twin's pid: the twin notes it itself.</summary>
    [MethodImpl(Rules.Method)]
    private static void FindTwin(Control* c)
    {
        for (int i = 0; i < 100 && c->TwinPid == 0; i++)
            Clock.Sleep(c, &c->Launcher, Time.NanosecondsPerMillisecond);
    }
}
