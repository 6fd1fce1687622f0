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
    private const long Nap = 20_000;

    /// <summary>
    /// Long for a machine with a processor to spare, where microseconds do; but a thread that our stop has woken and
    /// that we then let go unstopped would see its system call end with EINTR.
    /// </summary>
    private const long LongestStop = 100 * Time.NanosecondsPerMillisecond;

    /// <summary>Until no thread is left that is neither asleep nor stopped. Threads started meanwhile are caught too.</summary>
    [MethodImpl(Rules.Method)]
    public static void Run(Control* c)
    {
        int first = 0;
        for (int round = 0; c->Count > first && c->Reason == SkipReason.None; round++)
        {
            Sleepers.Read(c, &c->Tracer, first);
            Stop(c, first);
            if (ThreadList.IsComplete(c))
                break;
            if (round == MostRounds)
                c->Reason = SkipReason.ThreadsNotStopped;
            first = c->Count;
            ThreadList.Read(c);
        }
        Settle(c);
    }

    [MethodImpl(Rules.Method)]
    private static void Stop(Control* c, int first)
    {
        for (int i = first; i < c->Count; i++)
            Seize(c, c->Records + i);
        // Who has gone to sleep since the first look is left alone, too: being seized is nothing that wakes a thread.
        Sleepers.Read(c, &c->Tracer, first);
        for (int i = first; i < c->Count; i++)
            Interrupt(c, c->Records + i);
        for (int i = first; i < c->Count; i++)
            Await(c, c->Records + i);
    }

    [MethodImpl(Rules.Method)]
    private static void Seize(Control* c, ThreadRecord* record)
    {
        if (record->State == ThreadState.Asleep)
            return;
        nint result = Syscall.Invoke(c, c->Machine.ptrace, Ptrace.PTRACE_SEIZE, record->Tid, 0, 0);
        record->Error = (int)-result;
        if (result == 0)
            record->State = ThreadState.Seized;
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

    [MethodImpl(Rules.Method)]
    private static void Await(Control* c, ThreadRecord* record)
    {
        if (record->State != ThreadState.Seized)
            return;
        nint result = Poll(c, record->Tid);
        int status = c->Tracer.Status;
        if (result == 0)
            record->State = ThreadState.NotStopped;
        else if (result < 0 || (status & 0xff) != 0x7f) // WIFSTOPPED of sys/wait.h
            record->State = ThreadState.Gone;
        else
        {
            record->State = ThreadState.Stopped;
            // a stop with an event in the upper half is ours; one without is a signal on its way in, see ptrace(2)
            if (status >> 16 == 0)
                record->Signal = (status >> 8) & 0xff;
        }
    }

    /// <summary>Most threads stop within microseconds; one that the kernel holds (state D) is not waited for.</summary>
    [MethodImpl(Rules.Method)]
    private static nint Poll(Control* c, int tid)
    {
        long deadline = 0;
        while (true)
        {
            nint result = Syscall.Invoke(
                c, c->Machine.wait4, tid, (nint)(&c->Tracer.Status), Wait.__WALL | Wait.WNOHANG, 0);
            if (result != 0)
                return result;
            long now = Clock.Now(c, &c->Tracer);
            if (deadline == 0)
                deadline = now + LongestStop;
            if (now > deadline)
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
            if (seized || TaskFile.Read(c, &c->Tracer, record->Tid, c->SchedstatName, c->Tracer.Text, Scratch.TextSize) <= 0)
                record->State = ThreadState.Gone;
            else
                c->SeizeError = record->Error;
        }
    }
}
