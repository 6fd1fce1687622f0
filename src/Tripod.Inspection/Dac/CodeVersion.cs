using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpTieredVersionData of dacprivate.h: one compilation of a method.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct CodeVersion
{
    public readonly ulong Code;
    public readonly CodeTier Tier;
    public readonly ulong Node;
}
