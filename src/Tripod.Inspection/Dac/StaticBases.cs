namespace Tripod.Inspection.Dac;

/// <summary>Where the static fields of a type lie; a part that has not been allocated is 0.</summary>
/// <param name="Plain">Numbers, booleans, characters, enums and pointers.</param>
/// <param name="References">References, those to the boxes of structs too.</param>
internal readonly record struct StaticBases(ulong Plain, ulong References);
