using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpThreadData of dacprivate.h: the runtime's view of one thread.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct DacThread
{
    public readonly int ManagedId;
    public readonly uint OsId;
    public readonly DacThreadState State;
    private readonly uint _preemptiveGCDisabled;
    public readonly ulong AllocationContextPointer;
    public readonly ulong AllocationContextLimit;
    public readonly ulong Context;
    public readonly ulong Domain;
    public readonly ulong Frame;
    public readonly uint LockCount;
    public readonly ulong FirstNestedException;
    public readonly ulong Teb;
    public readonly ulong FiberData;
    public readonly ulong LastThrownObjectHandle;
    public readonly ulong NextThread;

    /// <summary>The thread runs managed code or a helper on its behalf: the garbage collector must wait for it.</summary>
    public bool IsCooperative => _preemptiveGCDisabled != 0;
}
