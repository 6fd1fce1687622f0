using System.Runtime.InteropServices;
using Tripod.Host.Capture;
using Tripod.Wire;
using Architecture = Tripod.Host.Native.Architecture;
using ThreadState = Tripod.Wire.ThreadState;

namespace CaptureTarget;

/// <summary>Captures itself where ptrace is forbidden, by a seccomp filter as containers have it.</summary>
internal static unsafe partial class Refuse
{
    private const int PR_SET_SECCOMP = 22;
    private const int PR_SET_NO_NEW_PRIVS = 38;
    private const int SECCOMP_MODE_FILTER = 2;

    public static int Run()
    {
        var spinner = new Spinner();
        spinner.Start();
        Architecture.TryDetect(out Architecture machine);
        Forbid(machine.ptrace);
        Capturer capturer = Capturer.TryCreate(machine, TimeSpan.FromSeconds(10), out _)!;

        CaptureResult result = capturer.Capture(0);

        Console.WriteLine($"reason {result.Reason}");
        Console.WriteLine($"error {result.SeizeError}");
        Console.WriteLine($"pause {result.Pause}");
        foreach (ThreadRecord record in capturer.Records)
        {
            if (record.Tid == spinner.Tid)
                Console.WriteLine($"spinner {record.State} {record.Error}");
        }
        Console.WriteLine($"asleep {capturer.Records.ToArray().Any(record => record.State == ThreadState.Asleep)}");
        capturer.EndTwin();
        return 0;
    }

    /// <summary>For this thread and its children: the call gives EPERM.</summary>
    private static void Forbid(int systemCall)
    {
        ulong* program = stackalloc ulong[4];
        program[0] = Instruction(0x20, 0, 0, 0); // BPF_LD|BPF_W|BPF_ABS: seccomp_data.nr
        program[1] = Instruction(0x15, 0, 1, (uint)systemCall); // BPF_JMP|BPF_JEQ
        program[2] = Instruction(0x06, 0, 0, 0x00050001); // SECCOMP_RET_ERRNO|EPERM
        program[3] = Instruction(0x06, 0, 0, 0x7fff0000); // SECCOMP_RET_ALLOW
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
