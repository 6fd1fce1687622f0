using Microsoft.Diagnostics.Runtime;

namespace Tripod.Inspection.Values;

/// <summary>What lies in a place of memory: a field, an element of an array, the target of a <c>ref</c>.</summary>
/// <param name="Element">How it is stored; an enum as its underlying integer.</param>
/// <param name="MethodTable">Type of a struct or enum; 0 for anything else, and for a struct whose type is not known.</param>
internal readonly record struct StorageType(ClrElementType Element, ulong MethodTable = 0)
{
    /// <summary>A reference to an object, which itself says its type.</summary>
    public static StorageType Reference { get; } = new(ClrElementType.Object);

    /// <summary>Whether the place holds a reference to an object on the heap.</summary>
    public bool IsReference => Element is ClrElementType.Object or ClrElementType.Class or ClrElementType.String or
        ClrElementType.Array or ClrElementType.SZArray;

    /// <summary>How a type of ClrMD is stored.</summary>
    public static StorageType Of(ClrType? type, ClrElementType element)
    {
        if (element is ClrElementType.Struct)
            return new(element, type is null || CSharpNames.IsOpen(type.Name) ? 0 : type.MethodTable);
        return type is { IsEnum: true } ? new(element, type.MethodTable) : new(element);
    }
}
