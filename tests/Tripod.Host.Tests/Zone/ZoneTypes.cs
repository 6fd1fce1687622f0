using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Tripod.Host.Tests.Zone;

/// <summary>Says of a type whether the zone may hold it in a local or a field: "" for numbers, pointers and enums, else its name.</summary>
internal sealed class ZoneTypes(MetadataReader reader) : ISignatureTypeProvider<string, object?>
{
    public string GetPrimitiveType(PrimitiveTypeCode code) =>
        code is PrimitiveTypeCode.String or PrimitiveTypeCode.Object or PrimitiveTypeCode.TypedReference ? code.ToString() : "";

    public string GetTypeFromDefinition(MetadataReader _, TypeDefinitionHandle handle, byte kind)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        bool isEnum = type.BaseType.Kind == HandleKind.TypeReference
            && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type.BaseType).Name) == "Enum";
        return isEnum ? "" : reader.GetString(type.Name);
    }

    public string GetTypeFromReference(MetadataReader _, TypeReferenceHandle handle, byte kind) =>
        reader.GetString(reader.GetTypeReference(handle).Name);

    public string GetPointerType(string element) => "";

    public string GetFunctionPointerType(MethodSignature<string> signature) => "";

    public string GetModifiedType(string modifier, string unmodified, bool isRequired) => unmodified;

    public string GetArrayType(string element, ArrayShape shape) => "array";

    public string GetSZArrayType(string element) => "array";

    public string GetByReferenceType(string element) => "reference";

    public string GetPinnedType(string element) => "pinned";

    public string GetGenericInstantiation(string type, ImmutableArray<string> arguments) => "generic " + type;

    public string GetGenericMethodParameter(object? context, int index) => "generic parameter";

    public string GetGenericTypeParameter(object? context, int index) => "generic parameter";

    public string GetTypeFromSpecification(MetadataReader _, object? context, TypeSpecificationHandle handle, byte kind) => "specification";
}
