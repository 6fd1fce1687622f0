using System.Runtime.InteropServices;

namespace Targets;

/// <summary>A seccomp filter that forbids a system call, as containers have it.</summary>
internal static unsafe partial class Seccomp
{
    internal const uint EPERM = 1;

    private const int PR_SET_SECCOMP = 22;
    private const int PR_SET_NO_NEW_PRIVS = 38;
    private const int SECCOMP_MODE_FILTER = 2;
    private const uint SECCOMP_RET_ERRNO = 0x00050000;
    private const uint SECCOMP_RET_ALLOW = 0x7fff0000;

    /// <summary>For this thread and its children: the call gives this error.</summary>
    internal static void Forbid(int systemCall, uint error = EPERM)
    {
        ulong* program = stackalloc ulong[4];
        program[0] = Instruction(0x20, 0, 0, 0); // BPF_LD|BPF_W|BPF_ABS: seccomp_data.nr
        program[1] = Instruction(0x15, 0, 1, (uint)systemCall); // BPF_JMP|BPF_JEQ
        program[2] = Instruction(0x06, 0, 0, SECCOMP_RET_ERRNO | error);
        program[3] = Instruction(0x06, 0, 0, SECCOMP_RET_ALLOW);
        nint* filter = stackalloc nint[2] { 4, (nint)program };
        if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, (nint)filter, 0, 0) != 0)
            throw new InvalidOperationException("no seccomp");
    }

    /// <summary>struct sock_filter of linux/filter.h</summary>
    private static ulong Instruction(ushort code, byte ifTrue, byte ifFalse, uint operand) =>
        code | (ulong)ifTrue << 16 | (ulong)ifFalse << 24 | (ulong)operand << 32;

    [LibraryImport("libc")]
    private static partial int prctl(int option, nint a, nint b, nint c, nint d);
}
