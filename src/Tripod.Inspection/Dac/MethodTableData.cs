using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpMethodTableData of dacprivate.h. The size holds the fields that are not named.</summary>
[StructLayout(LayoutKind.Sequential, Size = 256)]
internal readonly struct MethodTableData
{
    private readonly int _isFree;
    public readonly ulong Module;
    private readonly ulong _class;
    /// <summary>Method table of the base type; 0 for System.Object.</summary>
    public readonly ulong Parent;
}
