using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpGcHeapData of dacprivate.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct DacHeapData
{
    public readonly int IsServer;
    public readonly int StructuresValid;
    public readonly uint HeapCount;
    public readonly uint MaxGeneration;
}
