using System.Collections.Immutable;

namespace Tripod.Inspection.Symbols;

/// <summary>A local variable that has a name in its scope.</summary>
/// <param name="Slot">Its slot among the locals of the IL.</param>
/// <param name="Name">The author's name, or the compiler's if it is hidden.</param>
/// <param name="IsHidden">DebuggerHidden: the compiler's own, such as the display class <c>CS$&lt;&gt;8__locals0</c>.</param>
/// <param name="Tuples">Names of the elements of its tuples; empty if it has none.</param>
internal readonly record struct LocalName(int Slot, string Name, bool IsHidden, ImmutableArray<string?> Tuples);
