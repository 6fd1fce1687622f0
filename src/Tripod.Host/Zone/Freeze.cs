using System.Runtime.CompilerServices;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>Stops every thread that runs.</summary>
/// <remarks>
/// PTRACE_SEIZE and PTRACE_INTERRUPT, never PTRACE_ATTACH: its SIGSTOP outlives a tracer that dies at the wrong moment.
/// A seized thread is let go by the kernel when its tracer ends, however that ends (exit_ptrace in kernel/ptrace.c).
/// </remarks>
internal static unsafe class Freeze
{
    private const int MostRounds = 10;

    /// <summary>A thread that wakes all the time is not waited for: the check after the fork finds it.</summary>
    private const int MostLooks = 3;

    private const long Nap = 20_000;

    /// <summary>For threads that were told to stop when the time for all was nearly over.</summary>
    private const long ShortestStop = 5 * Time.NanosecondsPerMillisecond;

    /// <summary>
    /// Until no thread is left that is neither asleep nor stopped. Threads started meanwhile are caught too, and those
    /// that were woken before their wakers were stopped.
    /// </summary>
    [MethodImpl(Rules.Method)]
    public static void Run(Control* c)
    {
        Tracer.Arm(c, c->Mine, Tracer.LongAlarmMilliseconds);
        for (int round = 0; c->Reason == SkipReason.None; round++)
        {
            int known = c->Count;
            int woken = Stop(c, round < MostLooks);
            if (Tracer.IsLate(c))
                break;
            if (!ThreadList.IsComplete(c))
                ThreadList.Read(c);
            if (woken == 0 && c->Count == known)
                break;
            if (round == MostRounds)
                c->Reason = SkipReason.ThreadsNotStopped;
        }
        Settle(c);
    }

    /// <summary>Stops what is listed and runs; how many sleepers have woken meanwhile, and are listed again.</summary>
    [MethodImpl(Rules.Method)]
    private static int Stop(Control* c, bool looks)
    {
        Sleepers.Read(c, &c->Tracer);
        for (int i = 0; i < c->Count; i++)
            Seize(c, c->Records + i, c->Sleepers + i);
        // Who has gone to sleep since the first look is left alone, too: being seized is nothing that wakes a thread. Each
        // is looked at just before it is told to stop: one that goes to sleep in between would be woken by that.
        for (int i = 0; i < c->Count; i++)
        {
            Sleepers.Read(c, &c->Tracer, i);
            Interrupt(c, c->Records + i);
        }
        // What runs stops meanwhile, so this look costs the target next to nothing. Where it was too early, there is another.
        int woken = looks ? Sleepers.FindWoken(c, &c->Tracer, ThreadState.Listed) : 0;
        bool isEarly = false;
        for (int i = 0; i < c->Count; i++)
            isEarly |= !Await(c, c->Records + i, 0);
        if (!isEarly)
            return woken;
        long deadline = c->Stopped + c->StopTime;
        long least = Clock.Now(c, &c->Tracer) + ShortestStop;
        for (int i = 0; i < c->Count; i++)
        {
            if (!Await(c, c->Records + i, deadline > least ? deadline : least))
                c->Records[i].State = ThreadState.NotStopped;
        }
        return looks ? woken + Sleepers.FindWoken(c, &c->Tracer, ThreadState.Listed) : woken;
    }

    [MethodImpl(Rules.Method)]
    private static void Seize(Control* c, ThreadRecord* record, Sleeper* sleeper)
    {
        if (record->State != ThreadState.Listed)
            return;
        nint result = sleeper->IsSeized != 0
            ? 0 : Syscall.Invoke(c, c->Machine.ptrace, Ptrace.PTRACE_SEIZE, record->Tid, 0, 0);
        record->Error = (int)-result;
        if (result == 0)
        {
            record->State = ThreadState.Seized;
            sleeper->IsSeized = 1;
        }
        else
            record->State = result == -Errno.ESRCH ? ThreadState.Gone : ThreadState.Refused;
    }

    [MethodImpl(Rules.Method)]
    private static void Interrupt(Control* c, ThreadRecord* record)
    {
        if (record->State != ThreadState.Seized)
            return;
        if (c->Stopped == 0)
            c->Stopped = Clock.Now(c, &c->Tracer);
        nint result = Syscall.Invoke(c, c->Machine.ptrace, Ptrace.PTRACE_INTERRUPT, record->Tid, 0, 0);
        if (result < 0)
            record->State = ThreadState.Gone;
    }

    /// <summary>False if it has not stopped by then.</summary>
    [MethodImpl(Rules.Method)]
    private static bool Await(Control* c, ThreadRecord* record, long deadline)
    {
        if (record->State != ThreadState.Seized)
            return true;
        if (c->StopTime == 0)
            return false;
        nint result = Poll(c, record->Tid, deadline);
        if (result == 0)
            return false;
        if (result < 0 || !Tracer.IsStop(c->Tracer.Status))
            record->State = ThreadState.Gone;
        else
            Read(c, record);
        return true;
    }

    /// <summary>At once, so that a tracer that is killed from now on does the thread no harm.</summary>
    [MethodImpl(Rules.Method)]
    private static void Read(Control* c, ThreadRecord* record)
    {
        record->State = ThreadState.Stopped;
        record->Signal = Tracer.SignalOf(c->Tracer.Status);
        nint result = Registers.Read(c, c->Mine, record->Tid, record->Registers);
        if (result == 0)
            return;
        record->State = ThreadState.Gone;
        record->Error = (int)-result;
    }

    /// <summary>Most threads stop within microseconds; one that the kernel holds (state D) is not waited for.</summary>
    [MethodImpl(Rules.Method)]
    private static nint Poll(Control* c, int tid, long deadline)
    {
        while (true)
        {
            nint result = Syscall.Invoke(
                c, c->Machine.wait4, tid, (nint)(&c->Tracer.Status), Wait.__WALL | Wait.WNOHANG, 0);
            if (result != 0)
                return result;
            if (Clock.Now(c, &c->Tracer) >= deadline)
                return 0;
            Clock.Sleep(c, &c->Tracer, Nap); // not sched_yield: on a busy machine that puts us behind everybody
        }
    }

    /// <summary>
    /// The kernel answers EPERM for a thread that is just ending, too (ptrace_attach). So a refusal counts only if no
    /// thread could be seized and the refused one is still there.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static void Settle(Control* c)
    {
        bool seized = false;
        for (int i = 0; i < c->Count; i++)
            seized |= c->Records[i].State is ThreadState.Stopped or ThreadState.NotStopped;
        for (int i = 0; i < c->Count; i++)
        {
            ThreadRecord* record = c->Records + i;
            if (record->State != ThreadState.Refused)
                continue;
            bool isThere = TaskFile.Read(c, &c->Tracer, record->Tid, c->SchedstatName, c->Tracer.Text, Scratch.TextSize) > 0;
            if (isThere && c->Lingering != 0)
                record->State = ThreadState.NotStopped; // it is the tracer's that lingers
            else if (seized || !isThere)
                record->State = ThreadState.Gone;
            else
                c->SeizeError = record->Error;
        }
    }
}
