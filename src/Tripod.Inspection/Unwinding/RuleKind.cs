namespace Tripod.Inspection.Unwinding;

/// <summary>How a register of the caller is found (DWARF 5, 6.4.1).</summary>
internal enum RuleKind : byte
{
    /// <summary>Nothing is said: a register that calls keep has its value still, another one has lost it.</summary>
    Unspecified,

    /// <summary>It has been overwritten.</summary>
    Undefined,

    /// <summary>It has its value still.</summary>
    SameValue,

    /// <summary>It was saved at CFA + value.</summary>
    Offset,

    /// <summary>It is CFA + value.</summary>
    ValueOffset,

    /// <summary>It is in the register that the value names.</summary>
    Register,

    /// <summary>It was saved at the address that an expression gives.</summary>
    Expression,

    /// <summary>It is what an expression gives.</summary>
    ValueExpression,
}
