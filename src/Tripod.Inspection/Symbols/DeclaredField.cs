using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Tripod.Inspection.Symbols;

/// <summary>A field as its author declared it.</summary>
/// <param name="Type">Its type, where type parameters have their names.</param>
/// <param name="Tuples">Names of the elements of its tuples; empty if it has none.</param>
internal sealed record DeclaredField(SigType Type, ImmutableArray<string?> Tuples)
{
    /// <summary>The fields that a type declares, by their names in metadata; none if the metadata is broken or not of this module.</summary>
    public static Dictionary<string, DeclaredField> Read(MetadataReader metadata, int typeToken)
    {
        var result = new Dictionary<string, DeclaredField>();
        try
        {
            var type = metadata.GetTypeDefinition((TypeDefinitionHandle)MetadataTokens.EntityHandle(typeToken));
            var generics = new GenericNames(GenericNames.Of(metadata, type.GetGenericParameters()), []);
            foreach (var handle in type.GetFields())
            {
                var field = metadata.GetFieldDefinition(handle);
                result[metadata.GetString(field.Name)] =
                    new(field.DecodeSignature(SigTypeProvider.Instance, generics), TupleNames.Of(metadata, field.GetCustomAttributes()));
            }
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidCastException or ArgumentException)
        {
            // what was read until then stays
        }
        return result;
    }
}
