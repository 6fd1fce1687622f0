using System.Runtime.CompilerServices;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>The copy of the process that is read in its place.</summary>
internal static unsafe class Twin
{
    /// <summary>
    /// Forks it: copy on write, so that its memory is of this instant. It shares the tracer's table of descriptors, in
    /// which there is nothing of the target's; and the target becomes its parent, with the exit signal of the tracer: none.
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
        HandOver(c);
        c->TwinReady = 1;
        Clock.Wake(c, &c->TwinReady);
        // The target may have changed its user: then neither its death nor its SIGKILL reaches us.
        for (int i = 0; i < c->TwinSeconds && c->TwinRelease == 0; i++)
        {
            if (Syscall.Invoke(c, c->Machine.getppid) != c->TargetPid)
                break;
            Clock.WaitWhile(c, &c->Twin, &c->TwinRelease, 0, Time.NanosecondsPerSecond);
        }
        Syscall.Exit(c, 0);
    }

    /// <summary>
    /// A process that made itself undumpable does not own its files in /proc (proc(5)): for these two lines the twin,
    /// never the target, is dumpable.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static void HandOver(Control* c)
    {
        nint dumpable = Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_GET_DUMPABLE, 0, 0, 0);
        if (dumpable != 1)
            Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_DUMPABLE, 1, 0, 0);
        int memory = Descriptors.Open(c, c->MemoryPath, Fcntl.O_RDONLY);
        Descriptors.WriteFile(c, c->OomPath, c->OomValue);
        if (dumpable != 1)
            Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_DUMPABLE, dumpable, 0, 0);
        if (memory < 0)
            c->TwinError = -memory;
        else if (c->Guard != null)
            Send(c, memory);
    }

    /// <summary>
    /// On the guardian's copy of our end of the socket: so the target's own table of descriptors never holds the twin's
    /// memory, and sees no number taken.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static void Send(Control* c, int memory)
    {
        Scratch* scratch = &c->Twin;
        c->TwinMessage.TwinPid = c->TwinPid;
        scratch->Vector.iov_base = &c->TwinMessage;
        scratch->Vector.iov_len = (nuint)sizeof(Message);
        scratch->Rights.cmsg_len = cmsghdr.Length;
        scratch->Rights.cmsg_level = Socket.SOL_SOCKET;
        scratch->Rights.cmsg_type = Socket.SCM_RIGHTS;
        scratch->Rights.descriptor = memory;
        scratch->Header.msg_iov = &scratch->Vector;
        scratch->Header.msg_iovlen = 1;
        scratch->Header.msg_control = &scratch->Rights;
        scratch->Header.msg_controllen = cmsghdr.Space;
        nint sent = Syscall.Invoke(
            c, c->Machine.sendmsg, Guardian.SocketDescriptor, (nint)(&scratch->Header), Socket.MSG_DONTWAIT | Socket.MSG_NOSIGNAL);
        if (sent < 0)
            c->TwinError = (int)-sent;
    }
}
