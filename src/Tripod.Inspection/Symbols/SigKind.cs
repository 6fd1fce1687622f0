namespace Tripod.Inspection.Symbols;

/// <summary>What kind of type stands in a signature.</summary>
internal enum SigKind
{
    /// <summary>A number, bool, char, native integer or function pointer; <see cref="SigType.Name"/> is C#'s keyword.</summary>
    Primitive,

    /// <summary>A class, interface or delegate, <c>object</c> and <c>string</c> among them.</summary>
    Class,

    /// <summary>A struct or an enum: the signature cannot tell them apart.</summary>
    ValueType,

    /// <summary>A generic type with its arguments; <see cref="SigType.Element"/> is the definition.</summary>
    Generic,

    /// <summary>An array with one dimension from 0.</summary>
    Vector,

    /// <summary>An array with <see cref="SigType.Rank"/> dimensions.</summary>
    Array,

    /// <summary><c>ref</c>, <c>in</c>, <c>out</c>.</summary>
    ByRef,

    /// <summary>An unmanaged pointer.</summary>
    Pointer,

    /// <summary>A type parameter of the declaring type; <see cref="SigType.Index"/> is its position.</summary>
    TypeParameter,

    /// <summary>A type parameter of the method; <see cref="SigType.Index"/> is its position.</summary>
    MethodParameter,
}
