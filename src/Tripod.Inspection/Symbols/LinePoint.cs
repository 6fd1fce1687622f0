namespace Tripod.Inspection.Symbols;

/// <summary>A sequence point that is not hidden: from this IL offset on the code belongs to this line.</summary>
internal readonly record struct LinePoint(int ILOffset, int Line, SourceDocument Document);
