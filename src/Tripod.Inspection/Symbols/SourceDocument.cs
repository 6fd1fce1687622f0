using System.Collections.Immutable;

namespace Tripod.Inspection.Symbols;

/// <summary>A source file as the PDB knows it.</summary>
/// <param name="Path">Where the compiler found it.</param>
/// <param name="HashAlgorithm">Guid of the algorithm (Portable PDB specification, Document table).</param>
/// <param name="Hash">Checksum of the file that was compiled; empty if there is none.</param>
internal sealed record SourceDocument(string Path, Guid HashAlgorithm, ImmutableArray<byte> Hash);
