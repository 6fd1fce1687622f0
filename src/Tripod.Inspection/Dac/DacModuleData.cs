using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpGetModuleData of dacprivate.h: where the images of a module lie in the target's memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct DacModuleData
{
    public readonly int IsDynamic;
    public readonly int IsInMemory;
    public readonly int IsFileLayout;
    public readonly ulong PEAssembly;
    public readonly ulong ImageAddress;
    public readonly ulong ImageSize;
    public readonly ulong InMemoryPdbAddress;
    public readonly ulong InMemoryPdbSize;
}
