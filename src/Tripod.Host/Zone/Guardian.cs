using System.Runtime.CompilerServices;
using Tripod.Host.Native;

namespace Tripod.Host.Zone;

/// <summary>
/// The collector's parent. execve makes SIGCHLD the exit signal again, whatever clone said (de_thread in fs/exec.c), so
/// a collector that were the target's own child would wake the target's SIGCHLD handlers. It also starts the tracers:
/// in its table of descriptors there is nothing but the socket to the collector, and so in theirs.
/// </summary>
/// <remarks>It shares the target's memory, so it must not outlive the target: PR_SET_PDEATHSIG kills it at once.</remarks>
internal static unsafe class Guardian
{
    /// <summary>Where guardian, tracers and twins have the target's end of the socket.</summary>
    public const int SocketDescriptor = 0;

    private const long LongestWait = 1000 * Time.NanosecondsPerMillisecond;
    private const long LookTime = 100 * Time.NanosecondsPerMillisecond;
    private const int MostLooks = 10;

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
        Scratch* scratch = &guard->Guardian;
        Syscall.Invoke(c, c->Machine.prctl, Prctl.PR_SET_PDEATHSIG, Signal.SIGKILL, 0, 0);
        if (Syscall.Invoke(c, c->Machine.getppid) != c->TargetPid)
            Syscall.Exit(c, 0);
        Syscall.Invoke(c, c->Machine.setsid); // a Ctrl-C is not for us
        Signals.DefaultAll(c, scratch); // an ignored SIGCHLD would reap the collector behind our back
        guard->GuardianPid = (int)Syscall.Invoke(c, c->Machine.getpid);
        int pid = -1;
        if (Prepare(guard))
            pid = StartCollector(guard);
        Syscall.Invoke(c, c->Machine.dup3, guard->Channel, SocketDescriptor, Fcntl.O_CLOEXEC);
        Descriptors.CloseFrom(c, scratch, SocketDescriptor + 1);
        guard->Answered = 1;
        Clock.Wake(c, &guard->Answered);
        if (pid > 0)
            Serve(guard, pid);
        Syscall.Exit(c, 0);
        return 0;
    }

    /// <summary>Asks the guardian for a tracer, from the watchdog's thread; its pid, or −errno: ESRCH if the guardian is dead.</summary>
    [MethodImpl(Rules.Method)]
    public static int StartTracer(Control* c)
    {
        Guard* guard = c->Guard;
        guard->Cloned = 0;
        Ask(guard, GuardRequest.Trace);
        for (int i = 0; i < MostLooks && guard->Cloned == 0; i++)
        {
            if (Syscall.Invoke(c, c->Machine.wait4, guard->GuardianPid, 0, Wait.__WALL | Wait.WNOHANG, 0) != 0)
                return -Errno.ESRCH; // killed, and reaped by this
            Clock.WaitWhile(c, &c->Launcher, &guard->Cloned, 0, LookTime);
        }
        if (guard->Cloned != 0)
            return guard->Cloned;
        guard->Request = GuardRequest.None;
        // Should it have seen the request at this very moment, its tracer is not ours to wait for, and ends at once.
        c->Mine->Leave = 1;
        Clock.Sleep(c, &c->Launcher, 2 * c->TracerMilliseconds * Time.NanosecondsPerMillisecond);
        return -Errno.ETIMEDOUT;
    }

    /// <summary>Tells the guardian what to do next.</summary>
    [MethodImpl(Rules.Method)]
    public static void Ask(Guard* guard, int request)
    {
        guard->Request = request;
        Clock.Wake(guard->Control, &guard->Request);
    }

    /// <summary>Makes the memory that the collector shares. The socket may have been closed by the target meanwhile.</summary>
    [MethodImpl(Rules.Method)]
    private static bool Prepare(Guard* guard)
    {
        Control* c = guard->Control;
        Scratch* scratch = &guard->Guardian;
        if (Descriptors.IsSocket(c, scratch, guard->Channel, guard->ChannelCookie)
            && Descriptors.IsSocket(c, scratch, guard->Socket, guard->SocketCookie))
            guard->Error = ShareRecords(guard);
        else
            guard->Error = Errno.EBADF;
        return guard->Error == 0;
    }

    /// <summary>Puts a fresh memory file under the records: for the target too, whose memory this is. 0 or errno.</summary>
    [MethodImpl(Rules.Method)]
    private static int ShareRecords(Guard* guard)
    {
        Control* c = guard->Control;
        nint file = Syscall.Invoke(c, c->Machine.memfd_create, (nint)c->RecordsName, (nint)Mman.MFD_CLOEXEC);
        if (file < 0)
            return (int)-file;
        guard->Records = (int)file;
        nint result = Syscall.Invoke(c, c->Machine.ftruncate, file, c->RecordsSize);
        if (result == 0)
        {
            result = Syscall.Invoke(
                c, c->Machine.mmap, (nint)c->Records, c->RecordsSize, Mman.PROT_READ | Mman.PROT_WRITE,
                Mman.MAP_SHARED | Mman.MAP_FIXED, file, 0);
        }
        return result < 0 ? (int)-result : 0;
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
        return pid;
    }

    /// <summary>
    /// Does what the watchdog asks. A collector that has ended stays a zombie until the watchdog says that it will not
    /// kill it any more: so the pid that it would kill cannot belong to somebody else.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static void Serve(Guard* guard, int collector)
    {
        Control* c = guard->Control;
        // A target that has changed its user has no right any more to kill us by its death (group_send_sig_info in
        // kernel/signal.c): so we look for it.
        while (Syscall.Invoke(c, c->Machine.getppid) == c->TargetPid && guard->Request <= GuardRequest.Trace)
        {
            if (guard->Request == GuardRequest.Trace)
            {
                guard->Request = GuardRequest.None;
                guard->Cloned = Launcher.Clone(c, Sched.CLONE_PARENT);
                Clock.Wake(c, &guard->Cloned);
            }
            Clock.WaitWhile(c, &guard->Guardian, &guard->Request, GuardRequest.None, LongestWait);
        }
        Descriptors.CloseFrom(c, &guard->Guardian, 0);
        if (guard->Request == GuardRequest.Reap)
            Syscall.Invoke(c, c->Machine.wait4, collector, 0, Wait.__WALL, 0);
    }
}
