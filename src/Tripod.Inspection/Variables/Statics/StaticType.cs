using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Variables.Statics;

/// <summary>What metadata tells of a type and its static fields.</summary>
/// <param name="Fields">Those that the author declared, in his order; constants have no storage and are none of them.</param>
/// <param name="FieldCount">Fields of whatever kind for which the runtime keeps a description: all but constants.</param>
/// <param name="HasConstructor">Something is run before the fields are first used.</param>
internal sealed record StaticType(IReadOnlyList<StaticField> Fields, int FieldCount, bool HasConstructor)
{
    private const string ThreadStatic = "System.ThreadStaticAttribute";
    private const string Constructor = ".cctor";

    /// <summary>Reads a type; without fields if its metadata is broken.</summary>
    public static StaticType Read(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        try
        {
            var type = metadata.GetTypeDefinition(handle);
            var declared = DeclaredField.Read(metadata, MetadataTokens.GetToken(handle));
            var stored = type.GetFields().Where(field => !Is(metadata, field, FieldAttributes.Literal)).ToList();
            var fields = stored.Where(field => Is(metadata, field, FieldAttributes.Static)).Select(field => Read(metadata, field, declared)).OfType<StaticField>();
            return new([.. fields], stored.Count, type.GetMethods().Any(method => metadata.StringComparer.Equals(metadata.GetMethodDefinition(method).Name, Constructor)));
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidCastException or ArgumentException)
        {
            return new([], 0, HasConstructor: true); // a broken image
        }
    }

    /// <summary>Null for a field that the compiler made for itself.</summary>
    private static StaticField? Read(MetadataReader metadata, FieldDefinitionHandle handle, Dictionary<string, DeclaredField> declared)
    {
        var field = metadata.GetFieldDefinition(handle);
        string raw = metadata.GetString(field.Name);
        if (FieldNames.Written(raw) is not { } name || !declared.TryGetValue(raw, out var declaration))
            return null;
        bool isThreadStatic = field.GetCustomAttributes().Any(attribute => AttributeNames.Of(metadata, metadata.GetCustomAttribute(attribute)) == ThreadStatic);
        return new(MetadataTokens.GetToken(handle), name, isThreadStatic, Is(metadata, handle, FieldAttributes.HasFieldRVA), declaration);
    }

    private static bool Is(MetadataReader metadata, FieldDefinitionHandle field, FieldAttributes attribute) =>
        (metadata.GetFieldDefinition(field).Attributes & attribute) != 0;
}
