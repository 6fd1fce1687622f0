namespace Tripod.Samples;

/// <summary>A line of source. All text is escaped.</summary>
/// <param name="File">Path of the file as the PDB has it.</param>
/// <param name="Line">Line number, from 1.</param>
/// <param name="Text">The line itself, trimmed; null if the file cannot be read.</param>
public sealed record SourceLine(string File, int Line, string? Text);
