using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>The state machine of an async method, as the compiler made it: a struct, or a class in unoptimised code.</summary>
/// <param name="Layout">Its fields.</param>
/// <param name="StateOffset">Of the field with the state.</param>
/// <param name="Awaiters">What it may await.</param>
/// <param name="MoveNext">Its method; null without metadata.</param>
internal sealed record MachineType(TypeLayout Layout, int StateOffset, IReadOnlyList<Awaiter> Awaiters, MethodSymbols? MoveNext);
