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
    private const long Nap = 20_000;
    private const long Grace = 50 * Time.NanosecondsPerMillisecond;
    private const long DyingTime = 1000 * Time.NanosecondsPerMillisecond;

    [MethodImpl(Rules.Method)]
    public static void Run(Control* c)
    {
        Signals.Block(c, &c->Launcher);
        if (c->Refused != 0)
            ReadSleepers(c);
        Launch(c);
        if (c->SeizeError != 0)
            c->Refused = 1;
        Signals.Restore(c, &c->Launcher);
    }

    /// <summary>
    /// For a tracer that is not allowed to: what forbids ptrace may close /proc/PID/task/TID/syscall to it as well, but
    /// to no thread of the process itself (__ptrace_may_access in kernel/ptrace.c). The tracer sees who has run since.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static void ReadSleepers(Control* c)
    {
        c->FileLimit = 0; // these descriptors are the target's own
        c->TaskDescriptor = Descriptors.Open(c, c->OwnTaskPath, c->Machine.O_DIRECTORY);
        if (c->TaskDescriptor < 0)
            return; // the tracer will say why
        ThreadList.Read(c);
        Sleepers.Read(c, &c->Launcher);
        Syscall.Invoke(c, c->Machine.close, c->TaskDescriptor);
    }

    [MethodImpl(Rules.Method)]
    private static void Launch(Control* c)
    {
        c->Go = c->NoYama; // with Yama it waits for our permission
        TracerMemory* tracer = c->Mine;
        tracer->Deadline = Clock.Now(c, &c->Launcher) + c->TracerMilliseconds * Time.NanosecondsPerMillisecond;
        tracer->State = TracerMemory.Working;
        int pid = c->Guard == null ? Clone(c, 0) : Guardian.StartTracer(c);
        if (pid < 0)
        {
            tracer->State = TracerMemory.Ended;
            c->Reason = SkipReason.TracerNotStarted;
            c->Error = -pid;
            return;
        }
        tracer->Pid = pid;
        AllowTracer(c, pid);
        c->Go = 1;
        Await(c, pid);
    }

    /// <summary>
    /// Starts the tracer with a table of descriptors of its own: in the target's it would take numbers, and the target
    /// may close what it finds there. −errno if that failed.
    /// </summary>
    /// <param name="c">The zone.</param>
    /// <param name="parent">CLONE_PARENT makes it the target's child whoever calls this.</param>
    [MethodImpl(Rules.Method)]
    public static int Clone(Control* c, int parent)
    {
        // No exit signal in the low byte: the target gets no SIGCHLD, and only __WALL finds this child.
        const int flags = Sched.CLONE_VM | Sched.CLONE_FS | Sched.CLONE_UNTRACED | Sched.CLONE_CHILD_CLEARTID;
        int pid = c->Clone(c->TracerEntry, c->Mine->Stack, flags | parent, c, null, null, &c->Mine->State);
        return pid == -1 ? -*c->ErrnoLocation() : pid;
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
        if (!TryAwaitEnd(c))
        {
            Syscall.Invoke(c, c->Machine.kill, pid, Signal.SIGKILL);
            c->Mine->Deadline = Clock.Now(c, scratch) + DyingTime;
            TryAwaitEnd(c); // if the kernel holds it, its memory is not used again until it is gone
        }
        c->Released = Clock.Now(c, scratch);
        Clock.Wake(c, &c->Chosen);
        if (c->Finished != 0)
            return;
        c->Reason = SkipReason.TracerHung;
        if (c->Forks > 0)
            FindTwin(c);
    }

    /// <summary>
    /// Waits for the tracer to be reaped, or to linger. By a futex: a pidfd would be a descriptor among the target's. Until
    /// its deadline, which it moves on; a little more, for it minds that itself, by an alarm. One that somebody has stopped
    /// is not waited for.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static bool TryAwaitEnd(Control* c)
    {
        TracerMemory* tracer = c->Mine;
        while (tracer->State != TracerMemory.Lingering)
        {
            const int options = Wait.__WALL | Wait.WNOHANG | Wait.WUNTRACED;
            nint result = Syscall.Invoke(c, c->Machine.wait4, tracer->Pid, (nint)(&c->Launcher.Status), options, 0);
            if (result > 0 && Tracer.IsStop(c->Launcher.Status))
                return false;
            if (result != 0)
            {
                tracer->Pid = 0;
                return true;
            }
            if (Clock.Now(c, &c->Launcher) > tracer->Deadline + Grace)
                return false;
            if (tracer->State != TracerMemory.Ended)
                Clock.WaitWhile(c, &c->Launcher, &tracer->State, TracerMemory.Working, Grace);
            else
                Clock.Sleep(c, &c->Launcher, Nap); // the futex is woken a little before its end (mm_release in kernel/fork.c)
        }
        return true;
    }

    /// <summary>A tracer that died between its fork and its note of the twin's pid: the twin notes it itself.</summary>
    [MethodImpl(Rules.Method)]
    private static void FindTwin(Control* c)
    {
        for (int i = 0; i < 100 && c->Twins[c->Forks - 1] == 0; i++)
            Clock.Sleep(c, &c->Launcher, Time.NanosecondsPerMillisecond);
    }
}
