using Tripod.Wire;

namespace Tripod.Host;

/// <summary>Ticks in a row that gave no sample for one reason.</summary>
/// <param name="Tick">The first of them.</param>
/// <param name="Time">Its wall clock, nanoseconds since 1970-01-01 UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="Error">errno, or 0.</param>
/// <param name="Count">How many.</param>
internal readonly record struct Skip(long Tick, long Time, SkipReason Reason, int Error, int Count = 1);
