using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>SOSStackRefData of sospriv.idl: a place on a thread's stack that keeps an object alive.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct StackReference
{
    private const uint Interior = 1;

    private readonly int _hasRegister;
    private readonly int _register;
    private readonly int _offset;

    /// <summary>Address on the stack at which the reference stands; 0 if it is in a register.</summary>
    public readonly ulong Slot;

    /// <summary>The object; for an interior reference what it points to.</summary>
    public readonly ulong Object;
    private readonly uint _flags;
    private readonly int _sourceType;

    /// <summary>Instruction pointer of the frame that holds the reference, if that is of compiled code.</summary>
    public readonly ulong Instruction;

    /// <summary>Of the frame that holds the reference.</summary>
    public readonly ulong StackPointer;

    /// <summary>It belongs to compiled code, not to a mark of the runtime's.</summary>
    public bool IsOfMethod => _sourceType == 0;

    /// <summary>It refers to the beginning of an object.</summary>
    public bool IsObject => (_flags & Interior) == 0;
}
