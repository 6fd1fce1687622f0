using Tripod.Inspection.Symbols;
using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>The newer frame of two: what a frame has called, if no frame between them was left out.</summary>
/// <param name="Symbols">Its method.</param>
/// <param name="Arguments">Its arguments as they were read.</param>
/// <param name="References">What its <c>ref</c>, <c>in</c> and <c>out</c> parameters refer to, by position.</param>
internal sealed record CalledMethod(MethodSymbols Symbols, IReadOnlyList<Variable> Arguments, IReadOnlyDictionary<int, ulong> References);
