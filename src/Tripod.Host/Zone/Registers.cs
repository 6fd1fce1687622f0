using System.Runtime.CompilerServices;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host.Zone;

/// <summary>General registers of the stopped threads.</summary>
internal static unsafe class Registers
{
    [MethodImpl(Rules.Method)]
    public static void Read(Control* c)
    {
        for (int i = 0; i < c->Count; i++)
        {
            ThreadRecord* record = c->Records + i;
            if (record->State != ThreadState.Stopped)
                continue;
            nint result = Transfer(c, record, Ptrace.PTRACE_GETREGSET);
            if (result == 0)
                Restart(c, record);
            else
            {
                record->State = ThreadState.Gone;
                record->Error = (int)-result;
            }
        }
    }

    /// <summary>
    /// A thread that went to sleep after we had looked is woken by our stop, and some calls then give EINTR though
    /// no handler ran. Its result is changed to the kernel's own "start again unless a handler runs", so that it
    /// either sleeps on, or sees EINTR where it would have seen it without us.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static void Restart(Control* c, ThreadRecord* record)
    {
        if ((long)record->Registers[c->Machine.ReturnValue] != -Errno.EINTR)
            return;
        long number = (long)record->Registers[c->Machine.SystemCallNumber];
        for (int i = 0; i < c->Machine.RestartableCount; i++)
        {
            if (c->Machine.Restartable[i] != number)
                continue;
            record->Registers[c->Machine.ReturnValue] = unchecked((ulong)-Errno.ERESTARTNOHAND);
            if (Transfer(c, record, Ptrace.PTRACE_SETREGSET) == 0)
                c->Restarted++;
            return;
        }
    }

    [MethodImpl(Rules.Method)]
    private static nint Transfer(Control* c, ThreadRecord* record, int request)
    {
        iovec* vector = &c->Tracer.Vector;
        vector->iov_base = record->Registers;
        vector->iov_len = (nuint)(c->Machine.RegisterCount * sizeof(ulong));
        return Syscall.Invoke(c, c->Machine.ptrace, request, record->Tid, Ptrace.NT_PRSTATUS, (nint)vector);
    }
}
