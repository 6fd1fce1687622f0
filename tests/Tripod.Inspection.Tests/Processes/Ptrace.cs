using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Tripod.Inspection.Tests.Processes;

/// <summary>ptrace(2), for the tests alone: the product's tracer runs in the target.</summary>
internal static unsafe partial class Ptrace
{
    private const int PTRACE_DETACH = 17;
    private const int PTRACE_GETREGSET = 0x4204;
    private const int PTRACE_SEIZE = 0x4206;
    private const int PTRACE_INTERRUPT = 0x4207;
    private const int NT_PRSTATUS = 1;
    private const int __WALL = 0x40000000;

    public static bool TrySeize(int tid) => ptrace(PTRACE_SEIZE, tid, null, null) == 0;

    public static void Interrupt(int tid) => Check(ptrace(PTRACE_INTERRUPT, tid, null, null));

    /// <summary>Waits until a thread has stopped; the signal that it was about to get, or 0.</summary>
    public static int WaitForStop(int tid)
    {
        int status = 0;
        Check(waitpid(tid, &status, __WALL));
        bool isEventStop = status >> 16 != 0;
        return isEventStop ? 0 : status >> 8 & 0xFF;
    }

    public static void GetRegisters(int tid, ulong* registers, int size)
    {
        var vector = stackalloc nint[2] { (nint)registers, size };
        Check(ptrace(PTRACE_GETREGSET, tid, (void*)NT_PRSTATUS, vector));
    }

    public static void Detach(int tid, int signal) => _ = ptrace(PTRACE_DETACH, tid, null, (void*)signal);

    private static void Check(nint result)
    {
        if (result < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint ptrace(nint request, int pid, void* address, void* data);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int waitpid(int pid, int* status, int options);
}
