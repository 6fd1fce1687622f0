using System.Reflection.Metadata;

namespace Tripod.Inspection.Symbols;

/// <summary>Fields and methods that IL names, of its own module or by reference (ECMA-335 II.22).</summary>
internal static class Members
{
    /// <summary>Name in metadata of a FieldDef, MethodDef or MemberRef; empty for anything else.</summary>
    public static string NameOf(MetadataReader metadata, EntityHandle member) => member.Kind switch
    {
        _ when member.IsNil => "",
        HandleKind.FieldDefinition => metadata.GetString(metadata.GetFieldDefinition((FieldDefinitionHandle)member).Name),
        HandleKind.MethodDefinition => metadata.GetString(metadata.GetMethodDefinition((MethodDefinitionHandle)member).Name),
        HandleKind.MemberReference => metadata.GetString(metadata.GetMemberReference((MemberReferenceHandle)member).Name),
        _ => "",
    };
}
