using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpMethodTableFieldData of dacprivate.h.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal readonly struct FieldList
{
    public readonly ushort InstanceCount;
    public readonly ushort StaticCount;
    public readonly ushort ThreadStaticCount;
    public readonly ulong First;
}
