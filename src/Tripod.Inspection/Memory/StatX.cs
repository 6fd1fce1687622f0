using System.Runtime.InteropServices;

namespace Tripod.Inspection.Memory;

/// <summary>The parts of struct statx (linux/stat.h) that are asked for.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct StatX
{
    /// <summary>stx_mode: type and permissions.</summary>
    [FieldOffset(28)]
    public ushort Mode;

    /// <summary>stx_size in bytes.</summary>
    [FieldOffset(40)]
    public ulong Size;
}
