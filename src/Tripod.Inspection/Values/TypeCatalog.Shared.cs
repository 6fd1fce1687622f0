using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values.Views;

namespace Tripod.Inspection.Values;

/// <summary>
/// Structs in generic types over classes. For a field <c>KeyValuePair&lt;string, T&gt;</c> of code that all classes share
/// the runtime loads <c>KeyValuePair&lt;__Canon, __Canon&gt;</c> alone (ArgDecoder::GetTypeHandleThrowing with
/// dropGenericArgumentLevel), while the DAC looks for <c>KeyValuePair&lt;string, __Canon&gt;</c>, and finds it only
/// where classes stand for type parameters and for nothing else. The runtime lays the definition itself out as if its
/// parameters were references (methodtablebuilder.cpp), so over classes that is its layout.
/// </summary>
internal sealed partial class TypeCatalog
{
    private const string Canon = "System.__Canon", Nullable = "System.Nullable";

    /// <summary>How a struct is stored that ClrMD knows only as open; unknown if the DAC does not find it, and not all of its arguments are classes.</summary>
    private StorageType OfShared(ClrInstanceField field, StorageType known)
    {
        var desc = dac.Sos.GetFields(field.ContainingType.MethodTable).Find(other => !other.IsStatic && other.Token == field.Token);
        if (desc.MethodTableOfType != 0 && runtime.GetTypeByMethodTable(desc.MethodTableOfType) is { } type)
            return StorageType.Of(type, field.ElementType);
        // of a type that it does not find ClrMD makes one up, which has no method table
        return field.Type is { MethodTable: not 0 } open && CSharpNames.IsOpen(open.Name) && IsOverClasses(field, desc, CSharpNames.Definition(open.Name)) ? new(ClrElementType.Struct, AddOverClasses(open))
            : Declaration(field)?.Type is { Kind: SigKind.Generic, Name: NamedTuples.Nullable, Arguments: [{ Kind: SigKind.Primitive, Name: var keyword }] }
                && CSharpNames.Keyword(keyword) is not ClrElementType.Unknown and var element ? new(ClrElementType.Struct, AddNullable(element, keyword))
            : known;
    }

    private DeclaredField? Declaration(ClrInstanceField field) =>
        field.Name is { } name && modules.Get(field.ContainingType.Module?.Address ?? 0)?.Metadata is { } metadata
            ? DeclaredField.Read(metadata, field.ContainingType.MetadataToken).GetValueOrDefault(name)
            : null;

    /// <summary>A nullable number is laid out the same in every program (Nullable.cs); no real method table has such a number.</summary>
    private ulong AddNullable(ClrElementType element, string keyword)
    {
        ulong number = (ulong)element << 3 | 4;
        _kept.TryAdd(number, new TypeLayout
        {
            MethodTable = number,
            Name = keyword + "?",
            Definition = Nullable,
            Storage = new(ClrElementType.Struct, number),
            View = ViewCatalog.Find(Nullable),
            ReadFields = _ =>
            [
                new("hasValue", "hasValue", 0, new(ClrElementType.Boolean), Secrecy.Open),
                new("value", "value", Primitives.Size(element), new(element), Secrecy.Open),
            ],
        });
        return number;
    }

    private bool IsOverClasses(ClrInstanceField field, in FieldDesc desc, string definition)
    {
        var declaring = field.ContainingType;
        if (Declaration(field) is not { Type.Kind: SigKind.Generic } declared ||
            CSharpNames.WithoutArity(declared.Type.Name) != definition)
            return false;
        // a definition is looked into only where all of its parameters are classes
        bool isDefinition = CSharpNames.IsOpen(declaring.Name);
        string[] arguments = isDefinition ? [] : CSharpNames.ReflectionArguments(dac.Sos.GetTypeName(desc.EnclosingMethodTable));
        return declared.Type.Arguments.All(argument => argument.IsReference ||
            argument.Kind is SigKind.TypeParameter && (isDefinition || argument.Index < arguments.Length && arguments[argument.Index] == Canon));
    }

    /// <summary>The layout that a generic definition has over classes, under a number that no method table has, nor a layout that was added.</summary>
    private ulong AddOverClasses(ClrType open)
    {
        ulong number = open.MethodTable | 2;
        if (!_kept.ContainsKey(number) && !_ofThisSample.ContainsKey(number))
            (open.IsCollectible ? _ofThisSample! : _kept)[number] = Build(open, 0, number);
        return number;
    }
}
