using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Variables;

/// <summary>How variables of a declared type are stored.</summary>
internal sealed class DeclaredTypes(TypeMaps maps, DacLayouts layouts, TupleLayouts tuples)
{
    /// <summary>How a variable is stored; unknown if its type is not loaded or the DAC does not know it.</summary>
    /// <param name="type">Its type in the signature.</param>
    /// <param name="module">Module of the signature.</param>
    /// <param name="value">The variable as the DAC sees it.</param>
    public StorageType Storage(SigType type, ulong module, in DacValue value)
    {
        if (WithoutDac(type, module) is { Element: not ClrElementType.Unknown } storage)
            return storage;
        storage = layouts.Of(value);
        tuples.Learn(type, storage);
        return storage;
    }

    /// <summary>How the target of a <c>ref</c>, <c>in</c> or <c>out</c> is stored.</summary>
    /// <param name="target">Its type in the signature.</param>
    /// <param name="module">Module of the signature.</param>
    /// <param name="reference">The reference as the DAC sees it.</param>
    public StorageType Target(SigType target, ulong module, in DacValue reference)
    {
        if (WithoutDac(target, module) is { Element: not ClrElementType.Unknown } storage)
            return storage;
        if (tuples.Find(target) is { Element: not ClrElementType.Unknown } seen)
            return seen;
        if (!reference.TryGetTarget(out var value))
            return default;
        using (value)
            return layouts.Of(value);
    }

    /// <summary>What the signature alone tells.</summary>
    private StorageType WithoutDac(SigType type, ulong module) => type switch
    {
        { Kind: SigKind.Primitive } => new(CSharpNames.Keyword(type.Name)),
        { IsReference: true } => StorageType.Reference,
        { Kind: SigKind.Pointer } => new(ClrElementType.Pointer),
        { Kind: SigKind.ValueType } => maps.Find(module, type.Token, type.Name)?.Storage ?? default,
        _ => default,
    };
}
