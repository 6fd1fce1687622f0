using System.Reflection.Metadata;

namespace Tripod.Inspection.Symbols;

/// <summary>Names of types as metadata has them: namespace, declaring types with <c>+</c>, arity after a backtick.</summary>
internal static class TypeNames
{
    public static string Full(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        TypeDefinitionHandle outer = type.GetDeclaringType();
        string name = Qualified(metadata, type.Namespace, type.Name);
        return outer.IsNil ? name : Full(metadata, outer) + "+" + name;
    }

    public static string Full(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        string name = Qualified(metadata, type.Namespace, type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Full(metadata, (TypeReferenceHandle)type.ResolutionScope) + "+" + name
            : name;
    }

    /// <summary>Full name of a base type; empty for none, or for one that is generic.</summary>
    public static string OfBase(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        _ when handle.IsNil => "",
        HandleKind.TypeDefinition => Full(metadata, (TypeDefinitionHandle)handle),
        HandleKind.TypeReference => Full(metadata, (TypeReferenceHandle)handle),
        _ => "",
    };

    private static string Qualified(MetadataReader metadata, StringHandle space, StringHandle name) =>
        space.IsNil ? metadata.GetString(name) : metadata.GetString(space) + "." + metadata.GetString(name);
}
