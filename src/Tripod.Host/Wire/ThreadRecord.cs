using System.Runtime.InteropServices;

namespace Tripod.Wire;

/// <summary>What the tracer learnt of one thread. An array of these lies in memory shared by target and collector.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct ThreadRecord
{
    /// <summary>Room for general registers: 27 on x64 (user_regs_struct), 34 on arm64 (user_pt_regs), as PTRACE_GETREGSET NT_PRSTATUS gives them.</summary>
    public const int RegisterCount = 34;

    /// <summary>Thread id of the operating system.</summary>
    public int Tid;

    /// <summary>How far the tracer came with it.</summary>
    public ThreadState State;

    /// <summary>A signal that was about to be delivered when the thread stopped; it was passed on.</summary>
    public int Signal;

    /// <summary>errno of the ptrace call that failed, or 0.</summary>
    public int Error;

    /// <summary>CPU time that the thread has used, in nanoseconds (first field of /proc/PID/task/TID/schedstat); 0 if unknown.</summary>
    public long CpuTime;

    /// <summary>For a sleeping thread the number of its system call; −1 if it is in none.</summary>
    public long SystemCall;

    /// <summary>Stopped: all general registers. Asleep: only stack pointer and program counter, in their places.</summary>
    public fixed ulong Registers[RegisterCount];
}
