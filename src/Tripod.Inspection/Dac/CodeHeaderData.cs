using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpCodeHeaderData of dacprivate.h: one piece of compiled code.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct CodeHeaderData
{
    // TYPE_JIT of JITTypes: compiled in this process, not before
    private const int Jit = 1;

    /// <summary>Address of the data for the garbage collector.</summary>
    public readonly ulong GcInfo;

    private readonly int _jitType;
    private readonly ulong _methodDesc;

    /// <summary>Address of the first instruction.</summary>
    public readonly ulong Start;

    private readonly uint _size;

    /// <summary>Address of what is seldom run, if that lies elsewhere.</summary>
    public readonly ulong ColdStart;

    /// <summary>Bytes of code from <see cref="ColdStart"/> on.</summary>
    public readonly uint ColdSize;

    /// <summary>Bytes of code from <see cref="Start"/> on; what is seldom run may lie elsewhere.</summary>
    public readonly uint HotSize;

    /// <summary>It was compiled in this process: a header lies before it.</summary>
    public bool IsJitted => _jitType == Jit;
}
