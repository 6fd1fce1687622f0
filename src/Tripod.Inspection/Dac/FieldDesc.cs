using System.Runtime.InteropServices;

namespace Tripod.Inspection.Dac;

/// <summary>DacpFieldDescData of dacprivate.h.</summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal readonly struct FieldDesc
{
    /// <summary>ELEMENT_TYPE of what is stored: of an enum that of its numbers.</summary>
    public readonly int Type;
    public readonly int SignatureType;
    public readonly ulong MethodTableOfType;
    public readonly ulong ModuleOfType;
    public readonly int TokenOfType;
    public readonly int Token;
    public readonly ulong EnclosingMethodTable;
    /// <summary>
    /// From the first field of the object on, which lies behind the method table pointer; of a static field from where
    /// those of its kind begin (<see cref="StaticBases"/>).
    /// </summary>
    public readonly uint Offset;
    private readonly int _isThreadLocal;
    private readonly int _isContextLocal;
    private readonly int _isStatic;
    public readonly ulong Next;

    public bool IsStatic => _isStatic != 0;

    /// <summary>Each thread has a field of its own.</summary>
    public bool IsThreadStatic => _isThreadLocal != 0;
}
