using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpSyncBlockData of dacprivate.h: what Monitor knows of an object. The size holds the fields that are not named.</summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal readonly struct SyncBlockData
{
    public readonly ulong Object;
    public readonly int IsFree;
    private readonly ulong _address;
    private readonly uint _comFlags;
    private readonly uint _monitorHeld;
    private readonly uint _recursion;
    /// <summary>Address of the runtime's Thread that is inside; of use only while <see cref="IsHeld"/>.</summary>
    public readonly ulong HoldingThread;

    /// <summary>A thread is inside: the lowest bit says so, the others count those that wait (AwareLock::GetMonitorHeldStateVolatile, syncblk.h).</summary>
    public bool IsHeld => (_monitorHeld & 1) != 0;
}
