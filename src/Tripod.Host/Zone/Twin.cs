using System.Runtime.CompilerServices;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>The copy of the process that is read in its place.</summary>
internal static unsafe class Twin
{
    /// <summary>The twin's life: it opens its memory for the reader, waits to be killed, and runs nothing else, ever.</summary>
    /// <param name="c">The zone.</param>
    /// <param name="number">Which of the capture's twins it is, from 1 on.</param>
    [MethodImpl(Rules.Method)]
    public static void Live(Control* c, int number)
    {
        c->Twins[number - 1] = (int)Syscall.Invoke(c, c->Machine.getpid); // should the tracer die before it can write it down
        Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_PDEATHSIG, Signal.SIGKILL, 0, 0);
        if (Syscall.Invoke(c, c->Machine.getppid) != c->TargetPid)
            Syscall.Exit(c, 0); // the target ended before the line above
        if (c->NoYama == 0)
            Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_PTRACER, c->CollectorPid, 0, 0);
        Wait(c, &c->Chosen);
        if (c->Chosen != number)
            Syscall.Exit(c, 0);
        c->TwinMessage.TwinPid = c->Twins[number - 1];
        HandOver(c);
        c->TwinReady = 1;
        Clock.Wake(c, &c->TwinReady);
        Wait(c, &c->TwinRelease);
        Syscall.Exit(c, 0);
    }

    /// <summary>
    /// Waits until the word is no longer 0; not for ever, and no longer than the target lives, which may have changed
    /// its user: then neither its death nor its SIGKILL reaches us.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static void Wait(Control* c, int* word)
    {
        for (int i = 0; i < c->TwinSeconds && *word == 0; i++)
        {
            if (Syscall.Invoke(c, c->Machine.getppid) != c->TargetPid)
                break;
            Clock.WaitWhile(c, &c->Twin, word, 0, Time.NanosecondsPerSecond);
        }
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
