namespace Tripod.Inspection.Symbols;

/// <summary>A method under the name that its author wrote, not escaped.</summary>
/// <param name="Full">With namespace, type and type parameters.</param>
/// <param name="Short">The method's own name, without type parameters.</param>
/// <param name="Kind">What the compiler made it of.</param>
internal readonly record struct MethodName(string Full, string Short, MethodKind Kind);
