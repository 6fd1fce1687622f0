using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Tripod.Inspection.Symbols;

/// <summary>A type as a signature writes it.</summary>
/// <param name="Kind">Which of the other members count.</param>
/// <param name="Name">C#'s keyword; or namespace, declaring types (with <c>+</c>) and name with arity; or a type parameter's name.</param>
internal sealed record SigType(SigKind Kind, string Name)
{
    /// <summary>TypeDef or TypeRef in the module of the signature; nil for all but classes, value types and generic definitions.</summary>
    public EntityHandle Token { get; init; }

    /// <summary>Element of an array, target of a pointer or reference, definition of a generic type.</summary>
    public SigType? Element { get; init; }

    public ImmutableArray<SigType> Arguments { get; init; } = [];

    /// <summary>Position of a type parameter.</summary>
    public int Index { get; init; }

    /// <summary>Dimensions of an array.</summary>
    public int Rank { get; init; } = 1;

    /// <summary>A struct or an enum, generic or not, but no primitive.</summary>
    public bool IsValueType => Kind == SigKind.ValueType || Kind == SigKind.Generic && Element?.Kind == SigKind.ValueType;

    /// <summary>Surely a reference to an object.</summary>
    public bool IsReference => Kind is SigKind.Class or SigKind.Vector or SigKind.Array || Kind == SigKind.Generic && !IsValueType;
}
