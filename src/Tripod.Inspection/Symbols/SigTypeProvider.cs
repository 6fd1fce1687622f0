using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Tripod.Inspection.Symbols;

/// <summary>Builds <see cref="SigType"/>s for System.Reflection.Metadata's signature decoder.</summary>
internal sealed class SigTypeProvider : ISignatureTypeProvider<SigType, GenericNames>
{
    public static SigTypeProvider Instance { get; } = new();

    public SigType GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode switch
    {
        PrimitiveTypeCode.Object => new SigType(SigKind.Class, "object"),
        PrimitiveTypeCode.String => new SigType(SigKind.Class, "string"),
        PrimitiveTypeCode.TypedReference => new SigType(SigKind.ValueType, "System.TypedReference"),
        _ => new SigType(SigKind.Primitive, Keyword(typeCode)),
    };

    public SigType GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        new(KindOf(rawTypeKind), TypeNames.Full(reader, handle)) { Token = handle };

    public SigType GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        new(KindOf(rawTypeKind), TypeNames.Full(reader, handle)) { Token = handle };

    public SigType GetTypeFromSpecification(MetadataReader reader, GenericNames genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public SigType GetSZArrayType(SigType elementType) => new(SigKind.Vector, "") { Element = elementType };

    public SigType GetArrayType(SigType elementType, ArrayShape shape) => new(SigKind.Array, "") { Element = elementType, Rank = shape.Rank };

    public SigType GetByReferenceType(SigType elementType) => new(SigKind.ByRef, "") { Element = elementType };

    public SigType GetPointerType(SigType elementType) => new(SigKind.Pointer, "") { Element = elementType };

    public SigType GetGenericInstantiation(SigType genericType, ImmutableArray<SigType> typeArguments) =>
        new(SigKind.Generic, genericType.Name) { Token = genericType.Token, Element = genericType, Arguments = typeArguments };

    public SigType GetGenericTypeParameter(GenericNames genericContext, int index) =>
        new(SigKind.TypeParameter, index < genericContext.OfType.Length ? genericContext.OfType[index] : "!" + index) { Index = index };

    public SigType GetGenericMethodParameter(GenericNames genericContext, int index) =>
        new(SigKind.MethodParameter, index < genericContext.OfMethod.Length ? genericContext.OfMethod[index] : "!!" + index) { Index = index };

    public SigType GetFunctionPointerType(MethodSignature<SigType> signature) => new(SigKind.Primitive, "nint");

    public SigType GetModifiedType(SigType modifier, SigType unmodifiedType, bool isRequired) => unmodifiedType;

    public SigType GetPinnedType(SigType elementType) => elementType;

    // ELEMENT_TYPE_VALUETYPE of ECMA-335 II.23.1.16
    private static SigKind KindOf(byte raw) => raw == 0x11 ? SigKind.ValueType : SigKind.Class;

    private static string Keyword(PrimitiveTypeCode code) => code switch
    {
        PrimitiveTypeCode.Void => "void",
        PrimitiveTypeCode.Boolean => "bool",
        PrimitiveTypeCode.Char => "char",
        PrimitiveTypeCode.SByte => "sbyte",
        PrimitiveTypeCode.Byte => "byte",
        PrimitiveTypeCode.Int16 => "short",
        PrimitiveTypeCode.UInt16 => "ushort",
        PrimitiveTypeCode.Int32 => "int",
        PrimitiveTypeCode.UInt32 => "uint",
        PrimitiveTypeCode.Int64 => "long",
        PrimitiveTypeCode.UInt64 => "ulong",
        PrimitiveTypeCode.Single => "float",
        PrimitiveTypeCode.Double => "double",
        PrimitiveTypeCode.IntPtr => "nint",
        PrimitiveTypeCode.UIntPtr => "nuint",
        _ => "?",
    };
}
