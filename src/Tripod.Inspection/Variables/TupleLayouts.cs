using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Layouts of tuples and nullables as they were seen in variables that hold them: the DAC does not tell what a
/// <c>ref</c>, <c>in</c> or <c>out</c> of a generic struct refers to. Only parts that have one name in every program
/// are remembered, so that no other type can be meant.
/// </summary>
internal sealed class TupleLayouts(TypeCatalog types)
{
    private readonly Dictionary<string, TypeLayout> _seen = [];
    private readonly Dictionary<string, StorageType> _added = [];

    /// <summary>Forgets what belongs to the sample alone.</summary>
    public void NewSample() => _added.Clear();

    /// <summary>A variable of the type has been found to be stored like this.</summary>
    public void Learn(SigType type, StorageType storage)
    {
        if (IsKnownEverywhere(type) && !_seen.ContainsKey(SigText.Of(type)) && types.Find(storage.MethodTable) is { } layout && IsWhole(layout, type))
            _seen[SigText.Of(type)] = layout;
    }

    /// <summary>How the type is stored; unknown if no variable of it has been seen.</summary>
    public StorageType Find(SigType type)
    {
        if (!IsKnownEverywhere(type) || !_seen.TryGetValue(SigText.Of(type), out var layout))
            return default;
        if (!_added.TryGetValue(SigText.Of(type), out var storage))
            _added[SigText.Of(type)] = storage = new(ClrElementType.Struct, types.Add(number => Copy(layout, number)));
        return storage;
    }

    private static TypeLayout Copy(TypeLayout seen, ulong number) => new()
    {
        MethodTable = number,
        Name = seen.Name,
        Definition = seen.Definition,
        Storage = new(ClrElementType.Struct, number),
        Argument = seen.Argument,
        View = seen.View,
        ReadFields = _ => seen.Fields,
    };

    // the DAC may tell no fields of a variable that its method has not used yet
    private static bool IsWhole(TypeLayout layout, SigType type) =>
        layout.Fields.Length == (type.Name == NamedTuples.Nullable ? 2 : type.Arguments.Length) && layout.Fields.All(IsPlain);

    private static bool IsPlain(FieldLayout field) => field.Type.IsReference || Primitives.Size(field.Type.Element) > 0;

    private static bool IsKnownEverywhere(SigType type) => type.Kind is SigKind.Generic
        && (type.Name == NamedTuples.Nullable || type.Name.StartsWith("System.ValueTuple`", StringComparison.Ordinal))
        && type.Arguments.All(argument => argument.Kind is SigKind.Primitive || argument is { Kind: SigKind.Class, Name: "string" or "object" });
}
