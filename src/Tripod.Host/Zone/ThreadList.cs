using System.Runtime.CompilerServices;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>The threads of the target: the entries of /proc/PID/task but the watchdog.</summary>
internal static unsafe class ThreadList
{
    /// <summary>Adds a record for every thread that has none yet.</summary>
    [MethodImpl(Rules.Method)]
    public static void Read(Control* c)
    {
        int known = c->Count;
        int hint = 0;
        Syscall.Invoke(c, c->Machine.lseek, c->TaskDescriptor, 0, 0);
        while (true)
        {
            nint length = Syscall.Invoke(c, c->Machine.getdents64, c->TaskDescriptor, (nint)c->Entries, c->EntriesSize);
            if (length < 0)
                Fail(c, SkipReason.ThreadsNotListed, (int)-length);
            if (length <= 0)
                return;
            for (nint at = 0; at < length; at += *(ushort*)(c->Entries + at + Dirent.d_reclen))
            {
                int tid = (int)Digits.ReadDecimal(c->Entries + at + Dirent.d_name);
                if (tid <= 0 || tid == c->WatchdogTid)
                    continue; // "." and "..", and ourselves
                hint = Find(c, tid, known, hint);
                if (hint < known)
                    hint++;
                else
                    Add(c, tid);
            }
        }
    }

    /// <summary>
    /// Whether there is no thread that we have not seen: a directory's links are its subdirectories, "." and "..", and
    /// here the subdirectories are the threads (proc_task_getattr in the kernel's fs/proc/base.c).
    /// </summary>
    [MethodImpl(Rules.Method)]
    public static bool IsComplete(Control* c)
    {
        int living = 1; // the watchdog
        for (int i = 0; i < c->Count; i++)
        {
            if (c->Records[i].State != ThreadState.Gone)
                living++;
        }
        byte* stat = c->Tracer.Stat;
        nint result = Syscall.Invoke(c, c->Machine.fstat, c->TaskDescriptor, (nint)stat);
        return result == 0 && *(int*)(stat + c->Machine.LinksOffset) - 2 == living;
    }

    /// <summary>
    /// Index of a known thread, or <paramref name="known"/>. The kernel lists threads in the order of their start, so
    /// the one that followed last time is looked at first.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static int Find(Control* c, int tid, int known, int hint)
    {
        if (hint < known && c->Records[hint].Tid == tid)
            return hint;
        int i = 0;
        while (i < known && c->Records[i].Tid != tid)
            i++;
        return i;
    }

    [MethodImpl(Rules.Method)]
    private static void Add(Control* c, int tid)
    {
        if (c->Count >= c->Capacity)
        {
            Fail(c, SkipReason.TooManyThreads, 0);
            return;
        }
        Sleeper* sleeper = c->Sleepers + c->Count;
        ThreadRecord* record = c->Records + c->Count++;
        record->Tid = tid;
        record->State = ThreadState.Listed;
        record->Signal = 0;
        record->Error = 0;
        record->CpuTime = 0;
        record->SystemCall = -1;
        for (int i = 0; i < ThreadRecord.RegisterCount; i++)
            record->Registers[i] = 0;
        sleeper->File = -1;
        sleeper->IsSeized = 0;
    }

    [MethodImpl(Rules.Method)]
    public static void Fail(Control* c, SkipReason reason, int error)
    {
        c->Reason = reason;
        c->Error = error;
    }
}
