namespace Tripod.Inspection.Unwinding;

/// <summary>Where one register of the caller is found.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Value">An offset in bytes, or the number of a register.</param>
/// <param name="Expression">The bytes of an expression; null in all other rules.</param>
internal readonly record struct RegisterRule(RuleKind Kind, long Value = 0, byte[]? Expression = null);
