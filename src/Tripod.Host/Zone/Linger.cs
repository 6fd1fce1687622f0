using System.Runtime.CompilerServices;
using Tripod.Host.Native;

namespace Tripod.Host.Zone;

/// <summary>
/// The tracer's end where threads that it told to stop have had no processor since. One of them may have been falling
/// asleep in a system call: let go as it is, it would see that end with EINTR. So the tracer lets all others run on, and
/// stays for these, each until it stops, which is when it next gets a processor; then its call is mended as anybody's.
/// </summary>
/// <remarks>
/// Only a thread that has stopped can be detached; so those that were seized and then left alone, asleep, stay with us,
/// too. What any of them stops for, a signal on its way in most of all, is passed on by the detach.
/// </remarks>
internal static unsafe class Linger
{
    private const long ShortestNap = 20_000;
    private const long LongestNap = 2 * Time.NanosecondsPerMillisecond;

    /// <summary>Whether the tracer has told a thread to stop that has not done so.</summary>
    [MethodImpl(Rules.Method)]
    public static bool IsNeeded(Control* c)
    {
        for (int i = 0; i < c->Count; i++)
        {
            if (IsStraggler(c, i))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Once all that has stopped was let go. The launcher takes this for the tracer's end, so from there on nothing of the
    /// capture is touched; and no call fails while the target lives, for errno is the watchdog's.
    /// </summary>
    [MethodImpl(Rules.Method)]
    public static void Run(Control* c)
    {
        TracerMemory* mine = c->Mine;
        List(c, mine);
        if (mine->Count == 0)
            return;
        if (Syscall.Invoke(c, c->Machine.unshare, Sched.CLONE_FILES) == 0) // the twin's table
            Descriptors.CloseFrom(c, &mine->Scratch, 0);
        mine->State = TracerMemory.Lingering;
        Clock.Wake(c, &mine->State);
        long nap = ShortestNap;
        while (mine->Count > 0 && mine->Leave == 0 && Syscall.Invoke(c, c->Machine.getppid) == c->TargetPid)
        {
            Tracer.Arm(c, mine, Tracer.LongAlarmMilliseconds);
            nint tid = Syscall.Invoke(c, c->Machine.wait4, -1, (nint)(&mine->Scratch.Status), Wait.__WALL | Wait.WNOHANG, 0);
            if (tid < 0)
                return;
            if (tid > 0)
                LetGo(c, mine, (int)tid);
            else
                Clock.Sleep(c, &mine->Scratch, nap);
            nap = tid > 0 ? ShortestNap : nap < LongestNap ? 2 * nap : nap;
        }
    }

    /// <summary>A thread that is blocked outside any call, in a page fault, can see none end, however long that takes.</summary>
    [MethodImpl(Rules.Method)]
    private static void List(Control* c, TracerMemory* mine)
    {
        mine->Count = 0;
        for (int i = 0; i < c->Count; i++)
        {
            if (IsStraggler(c, i) && !Sleepers.IsInPageFault(c, &c->Tracer, c->Records[i].Tid))
                mine->Stragglers[mine->Count++] = c->Records[i].Tid;
        }
    }

    /// <summary>Not if it is another tracer's: that one lingers for it.</summary>
    [MethodImpl(Rules.Method)]
    private static bool IsStraggler(Control* c, int index) =>
        c->Records[index].State == ThreadState.NotStopped && c->Sleepers[index].IsSeized != 0;

    /// <summary>A thread that has stopped, or ended: this has reaped it then, without which an execve would wait for us.</summary>
    [MethodImpl(Rules.Method)]
    private static void LetGo(Control* c, TracerMemory* mine, int tid)
    {
        int status = mine->Scratch.Status;
        if (Tracer.IsStop(status))
        {
            Registers.Read(c, mine, tid, mine->Registers);
            Syscall.Invoke(c, c->Machine.ptrace, Ptrace.PTRACE_DETACH, tid, 0, Tracer.SignalOf(status));
        }
        int last = mine->Count - 1;
        for (int i = 0; i <= last; i++)
        {
            if (mine->Stragglers[i] != tid)
                continue;
            mine->Stragglers[i] = mine->Stragglers[last];
            mine->Count = last;
            return;
        }
    }
}
