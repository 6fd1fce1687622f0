using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Tripod.Inspection.Symbols;

/// <summary>
/// The names that a declaration gives to the elements of tuples, in the order in which the types stand in it: all of a
/// tuple, then those within its elements (Roslyn's TupleNamesEncoder). An element without a name has null.
/// </summary>
internal static class TupleNames
{
    /// <summary>Tuple Element Names of the Portable PDB format: names, each ended by a zero, empty for none.</summary>
    private static readonly Guid Kind = new("ED9FDF71-8879-4747-8ED3-FE5EDE3CE710");

    private const string Attribute = "System.Runtime.CompilerServices.TupleElementNamesAttribute";
    private const ushort AttributeProlog = 1;
    private const int MostNames = 1000;

    /// <summary>Names at a field or parameter; empty if there are none.</summary>
    public static ImmutableArray<string?> Of(MetadataReader metadata, CustomAttributeHandleCollection attributes)
    {
        foreach (var handle in attributes)
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (AttributeNames.Of(metadata, attribute) == Attribute)
                return Read(metadata.GetBlobReader(attribute.Value));
        }
        return [];
    }

    /// <summary>Names of a local variable; empty if there are none.</summary>
    public static ImmutableArray<string?> Of(MetadataReader pdb, LocalVariableHandle local)
    {
        foreach (var handle in pdb.GetCustomDebugInformation(local))
        {
            var information = pdb.GetCustomDebugInformation(handle);
            if (pdb.GetGuid(information.Kind) == Kind)
                return ReadEnded(pdb.GetBlobReader(information.Value));
        }
        return [];
    }

    /// <summary>The attribute's only argument, an array of strings (ECMA-335 II.23.3).</summary>
    private static ImmutableArray<string?> Read(BlobReader blob)
    {
        int count = blob.ReadUInt16() == AttributeProlog ? blob.ReadInt32() : 0;
        if (count is < 0 or > MostNames)
            return [];
        var names = ImmutableArray.CreateBuilder<string?>(count);
        for (int i = 0; i < count; i++)
            names.Add(blob.ReadSerializedString());
        return names.MoveToImmutable();
    }

    private static ImmutableArray<string?> ReadEnded(BlobReader blob)
    {
        var names = ImmutableArray.CreateBuilder<string?>();
        while (blob.RemainingBytes > 0 && names.Count < MostNames && blob.IndexOf(0) is >= 0 and var length)
        {
            names.Add(length == 0 ? null : blob.ReadUTF8(length));
            blob.ReadByte();
        }
        return names.ToImmutable();
    }
}
