namespace Tripod.Samples;

/// <summary>An argument or a local variable of a frame.</summary>
/// <param name="Name">The name that the author gave it, escaped.</param>
/// <param name="Type">Its declared type as C# writes it, escaped; empty if unknown.</param>
/// <param name="Value">Its value, or why there is none.</param>
public sealed record Variable(string Name, string Type, Value Value);
