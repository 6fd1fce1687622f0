namespace Tripod.Inspection.Symbols;

/// <summary>The calls in a method's compiled code that may go where one of them goes.</summary>
/// <param name="Noted">The IL offsets under which the JIT notes them, in the order of the IL, and under the same in that of the code; first, as −1, those of which it notes nothing.</param>
/// <param name="Position">Which of them is the one.</param>
/// <param name="IsByRegister">They are all that do not name where they go, wherever that is.</param>
/// <param name="All">The IL offsets under which the JIT notes any calls.</param>
internal sealed record CompiledCalls(IReadOnlyList<int> Noted, int Position, bool IsByRegister, IReadOnlyList<int> All);
