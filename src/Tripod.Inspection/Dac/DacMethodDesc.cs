using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpMethodDescData of dacprivate.h. The size holds the fields that are not named.</summary>
[StructLayout(LayoutKind.Sequential, Size = 256)]
internal readonly struct DacMethodDesc
{
    private readonly int _hasNativeCode;
    private readonly int _isDynamic;
    private readonly ushort _slot;
    public readonly ulong NativeCode;
    public readonly ulong NativeCodeSlot;
    public readonly ulong Address;
    public readonly ulong MethodTable;
    public readonly ulong Module;
    public readonly int Token;

    /// <summary>A method of which nothing else is known.</summary>
    public DacMethodDesc(ulong address, ulong module, int token) => (Address, Module, Token) = (address, module, token);

    /// <summary>A DynamicMethod or an IL stub: it has no metadata, and its memory is used again.</summary>
    public bool IsDynamic => _isDynamic != 0;
}
