using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpCodeHeaderData of dacprivate.h: where the code of one compilation lies. The size holds more fields than there are.</summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal readonly struct CodeHeader
{
    private readonly ulong _gcInfo;
    private readonly int _jitType;
    private readonly ulong _methodDesc;
    public readonly ulong Start;
    private readonly uint _size;
    public readonly ulong ColdStart;
    public readonly uint ColdSize;

    /// <summary>Bytes from the start on, without the cold part.</summary>
    public readonly uint HotSize;
}
