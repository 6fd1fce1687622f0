namespace Tripod.Inspection.Dac;

/// <summary>A field of a <see cref="DacValue"/>. The value must be disposed.</summary>
internal readonly record struct DacField(string Name, int Token, DacValue Value);
