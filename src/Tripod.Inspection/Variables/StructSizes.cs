using System.Numerics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using TypeLayout = Tripod.Inspection.Values.TypeLayout;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Bytes from one struct to the next where they lie in a row. The runtime tells that only rounded to a pointer; it follows
/// from the fields, unless the author has laid the struct out himself. Tuples and others that the runtime may lay out as
/// it likes are padded to a power of two, beyond a pointer's size to pointers (MethodTableBuilder::PlaceInstanceFields).
/// </summary>
internal sealed class StructSizes(TypeCatalog types, ModuleCatalog modules)
{
    private const int DeepestStruct = 8;
    private const string InlineArray = "System.Runtime.CompilerServices.InlineArrayAttribute";

    private readonly record struct Shape(int Size, int Alignment)
    {
        public static Shape Of(int end, int alignment) => new((end + alignment - 1) / alignment * alignment, alignment);
    }

    /// <summary>The size; 0 if it is not known for sure.</summary>
    public int Of(StorageType type) => Find(type, 0)?.Size ?? 0;

    private Shape? Find(StorageType type, int depth)
    {
        if (type.IsReference)
            return new(sizeof(ulong), sizeof(ulong));
        if (Primitives.Size(type.Element) is > 0 and var size)
            return new(size, size);
        if (depth > DeepestStruct || types.Find(type.MethodTable) is not { Fields.Length: > 0 } layout || !IsPlain(layout, out bool isAutomatic))
            return null;
        int end = 0, alignment = 1;
        foreach (var field in layout.Fields)
        {
            if (Find(field.Type, depth + 1) is not { } part)
                return null;
            end = Math.Max(end, field.Offset + part.Size);
            alignment = Math.Max(alignment, part.Alignment);
        }
        return Shape.Of(end, !isAutomatic ? alignment : Math.Min(sizeof(ulong), (int)BitOperations.RoundUpToPowerOf2((uint)end)));
    }

    private bool IsPlain(TypeLayout layout, out bool isAutomatic)
    {
        isAutomatic = false;
        // these are aligned to more than their fields are
        if (layout.Definition is "System.Int128" or "System.UInt128" || layout.Definition.StartsWith("System.Runtime.Intrinsics.", StringComparison.Ordinal) ||
            layout.Definition.StartsWith("System.Numerics.Vector", StringComparison.Ordinal) || modules.Get(layout.Module)?.Metadata is not { } metadata)
            return false;
        try
        {
            var type = metadata.GetTypeDefinition((TypeDefinitionHandle)MetadataTokens.EntityHandle(layout.Token));
            isAutomatic = (type.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.AutoLayout;
            return type.GetLayout().IsDefault && !type.GetCustomAttributes().Any(handle => AttributeNames.Of(metadata, metadata.GetCustomAttribute(handle)) == InlineArray);
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidCastException or ArgumentException)
        {
            return false; // a broken image
        }
    }
}
