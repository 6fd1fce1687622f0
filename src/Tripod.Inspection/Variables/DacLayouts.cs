using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Values;
using Tripod.Inspection.Values.Views;

namespace Tripod.Inspection.Variables;

/// <summary>
/// How a variable is stored by what the DAC knows of it: needed for type parameters, and for generic structs, whose
/// method table no signature leads to. Their fields are enumerated by the DAC.
/// </summary>
internal sealed class DacLayouts(TypeCatalog types, TypeHandles handles, StructSizes sizes)
{
    private const int DeepestStruct = 8;
    private const DacValueFlags AnyReference = DacValueFlags.String | DacValueFlags.Array | DacValueFlags.Reference;
    private readonly Dictionary<string, StorageType> _structs = [];

    /// <summary>Forgets: the layouts belong to the sample.</summary>
    public void NewSample() => _structs.Clear();

    /// <summary>How a value that lies in memory, or is no struct, is stored; unknown if the DAC does not know.</summary>
    public StorageType Of(in DacValue value, int depth = 0)
    {
        var flags = value.Flags;
        if ((flags & AnyReference) != 0)
            return StorageType.Reference;
        if ((flags & DacValueFlags.Pointer) != 0)
            return new(ClrElementType.Pointer);
        string name = value.TypeName;
        if ((flags & DacValueFlags.Primitive) != 0)
            return new(CSharpNames.Element(name));
        if ((flags & DacValueFlags.Enum) != 0)
            return types.Find(handles.Of(value, name))?.Storage ?? default;
        return (flags & DacValueFlags.ValueType) != 0 ? Struct(value, name, depth) : default;
    }

    private StorageType Struct(in DacValue value, string name, int depth)
    {
        if (name.Length == 0 || depth > DeepestStruct)
            return default;
        if (!name.Contains('`', StringComparison.Ordinal) && types.Find(handles.Of(value, name)) is { } known)
            return known.Storage;
        if (!_structs.TryGetValue(name, out var storage))
            _structs[name] = storage = Enumerate(value, name, depth);
        return storage;
    }

    private StorageType Enumerate(in DacValue value, string name, int depth)
    {
        if (value.LocationCount != 1 || !value.TryGetLocation(0, out var location) || location.IsRegister)
            return default;
        var fields = new List<FieldLayout>();
        foreach (var field in value.GetFields())
            using (field.Value)
                if (field.Value.LocationCount == 1 && field.Value.TryGetLocation(0, out var at) && at.Address >= location.Address)
                    fields.Add(Field(field, (int)(at.Address - location.Address), depth));
        // of a variable that its method has not used yet the DAC may tell no fields: they are the same in all spans (Span.cs)
        if (fields.Count == 0 && !IsSpan(name))
            return default;
        if (fields.Count == 0)
            fields = [new("_reference", "_reference", 0, new(ClrElementType.Pointer), Secrecy.Open), new("_length", "_length", sizeof(ulong), new(ClrElementType.Int32), Secrecy.Open)];
        string clrName = CSharpNames.FromReflection(name);
        var argument = Argument(value, name, clrName);
        return new(ClrElementType.Struct, types.Add(number => Layout(number, clrName, [.. fields], argument)));
    }

    private FieldLayout Field(in DacField field, int offset, int depth)
    {
        string? written = FieldNames.Written(field.Name);
        return new(field.Name, written, offset, Of(field.Value, depth + 1), written is null ? Secrecy.Open : Secrets.Of(written));
    }

    private TypeLayout Layout(ulong number, string clrName, FieldLayout[] fields, StorageType argument) => new()
    {
        MethodTable = number,
        Name = CSharpNames.Pretty(clrName),
        Definition = CSharpNames.Definition(clrName),
        Storage = new(ClrElementType.Struct, number),
        Argument = argument,
        ArgumentSize = sizes.Of(argument),
        View = ViewCatalog.Find(CSharpNames.Definition(clrName)),
        ReadFields = _ => fields,
    };

    private StorageType Argument(in DacValue value, string name, string clrName) =>
        CSharpNames.Element(CSharpNames.ArgumentOf(clrName)) is not ClrElementType.Unknown and var element ? new(element)
        : types.Find(handles.OnlyArgument(value, name))?.Storage ?? default;

    private static bool IsSpan(string name) =>
        name.StartsWith("System.Span`1[", StringComparison.Ordinal) || name.StartsWith("System.ReadOnlySpan`1[", StringComparison.Ordinal);
}
