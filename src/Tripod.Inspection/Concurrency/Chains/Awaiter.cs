namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>A field in which a state machine keeps what it awaits, and that is zero while it awaits something else.</summary>
/// <param name="Offset">From the machine's first field to the reference that tells whether the field is in use.</param>
/// <param name="IsExact">The reference is what is awaited: a task, or the source of a ValueTask. Else it is something of an awaiter that is not known.</param>
/// <param name="TypeName">The awaiter's type as C# writes it, escaped.</param>
internal readonly record struct Awaiter(int Offset, bool IsExact, string TypeName);
