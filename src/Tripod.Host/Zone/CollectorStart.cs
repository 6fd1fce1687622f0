using System.Runtime.CompilerServices;
using Tripod.Host.Native;

namespace Tripod.Host.Zone;

/// <summary>The guardian's child on its way to become the collector.</summary>
internal static unsafe class CollectorStart
{
    private const int FirstFree = 10;
    private const int SocketDescriptor = 3;
    private const int RecordsDescriptor = 4;

    /// <summary>Where clone starts it. It never returns: it becomes another program, or ends.</summary>
    [MethodImpl(Rules.Method)]
    public static int Enter(void* argument)
    {
        var guard = (Guard*)argument;
        Control* c = guard->Control;
        Scratch* scratch = &guard->Start;
        guard->CollectorPid = (int)Syscall.Invoke(c, c->Machine.getpid);
        // Should the target end while the collector is stopped, this wakes it, and it can finish the log.
        Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_PDEATHSIG, Signal.SIGCONT, 0, 0);
        if (Syscall.Invoke(c, c->Machine.getppid) != guard->GuardianPid)
            Syscall.Exit(c, 0);
        Signals.DefaultAll(c, scratch);
        Syscall.Invoke(c, c->Machine.setsid);
        // The kernel sets all processes that share this memory, but not for a child between vfork and exec
        // (__set_oom_adj in fs/proc/base.c): the target keeps its own.
        Descriptors.WriteFile(c, c->OomPath, c->OomValue);
        LayOutDescriptors(guard);
        scratch->OldMask = 0;
        Signals.Restore(c, scratch);
        nint result = Syscall.Invoke(
            c, c->Machine.execve, (nint)guard->Program, (nint)guard->Arguments, (nint)guard->Environment);
        guard->Error = (int)-result;
        Syscall.Exit(c, 127);
        return 0;
    }

    /// <summary>/dev/null on 0, 1 and 2, the socket on 3, the records on 4, and nothing else.</summary>
    [MethodImpl(Rules.Method)]
    private static void LayOutDescriptors(Guard* guard)
    {
        Control* c = guard->Control;
        nint none = Syscall.Invoke(c, c->Machine.openat, Fcntl.AT_FDCWD, (nint)guard->NullPath, Fcntl.O_RDWR, 0);
        // first out of the way of the numbers that are wanted
        none = Syscall.Invoke(c, c->Machine.fcntl, none, Fcntl.F_DUPFD_CLOEXEC, FirstFree);
        nint socket = Syscall.Invoke(c, c->Machine.fcntl, guard->Socket, Fcntl.F_DUPFD_CLOEXEC, FirstFree);
        nint records = Syscall.Invoke(c, c->Machine.fcntl, guard->Records, Fcntl.F_DUPFD_CLOEXEC, FirstFree);
        for (int i = 0; i <= 2; i++)
            Syscall.Invoke(c, c->Machine.dup3, none, i, 0);
        Syscall.Invoke(c, c->Machine.dup3, socket, SocketDescriptor, 0);
        Syscall.Invoke(c, c->Machine.dup3, records, RecordsDescriptor, 0);
        Descriptors.CloseFrom(c, &guard->Start, RecordsDescriptor + 1);
    }
}
