using System.Runtime.CompilerServices;
using Tripod.Host.Native;

namespace Tripod.Host.Zone;

/// <summary>General registers of the stopped threads.</summary>
internal static unsafe class Registers
{
    /// <summary>Reads those of one thread and mends the call that its stop has interrupted; 0 or −errno.</summary>
    [MethodImpl(Rules.Method)]
    public static nint Read(Control* c, TracerMemory* tracer, int tid, ulong* registers)
    {
        nint result = Transfer(c, tracer, tid, registers, Ptrace.PTRACE_GETREGSET);
        if (result == 0)
            Restart(c, tracer, tid, registers);
        return result;
    }

    /// <summary>
    /// A thread that went to sleep after we had looked is woken by our stop, and some calls then give EINTR though
    /// no handler ran. Its result is changed to the kernel's own "start again unless a handler runs", so that it
    /// either sleeps on, or sees EINTR where it would have seen it without us.
    /// </summary>
    [MethodImpl(Rules.Method)]
    private static void Restart(Control* c, TracerMemory* tracer, int tid, ulong* registers)
    {
        if ((long)registers[c->Machine.ReturnValue] != -Errno.EINTR)
            return;
        long number = (long)registers[c->Machine.SystemCallNumber];
        for (int i = 0; i < c->Machine.RestartableCount; i++)
        {
            if (c->Machine.Restartable[i] != number)
                continue;
            registers[c->Machine.ReturnValue] = unchecked((ulong)-Errno.ERESTARTNOHAND);
            if (Transfer(c, tracer, tid, registers, Ptrace.PTRACE_SETREGSET) == 0)
                tracer->Restarted++;
            return;
        }
    }

    [MethodImpl(Rules.Method)]
    private static nint Transfer(Control* c, TracerMemory* tracer, int tid, ulong* registers, int request)
    {
        iovec* vector = &tracer->Scratch.Vector;
        vector->iov_base = registers;
        vector->iov_len = (nuint)(c->Machine.RegisterCount * sizeof(ulong));
        return Syscall.Invoke(c, c->Machine.ptrace, request, tid, Ptrace.NT_PRSTATUS, (nint)vector);
    }
}
