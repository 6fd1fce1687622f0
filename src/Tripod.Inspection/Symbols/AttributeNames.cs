using System.Reflection.Metadata;

namespace Tripod.Inspection.Symbols;

/// <summary>Types of custom attributes.</summary>
internal static class AttributeNames
{
    /// <summary>Namespace and name of an attribute's type; empty for a generic one.</summary>
    public static string Of(MetadataReader metadata, CustomAttribute attribute) => attribute.Constructor.Kind switch
    {
        HandleKind.MemberReference when metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent =>
            TypeNames.Full(metadata, (TypeReferenceHandle)parent),
        HandleKind.MethodDefinition => // the class library's own
            TypeNames.Full(metadata, metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()),
        _ => "",
    };
}
