namespace Tripod.Inspection.Unwinding;

/// <summary>The canonical frame address: the stack pointer of the caller (DWARF 5, 6.4.1).</summary>
/// <param name="Register">The register it is counted from; −1 if none is.</param>
/// <param name="Offset">Bytes above that register.</param>
/// <param name="Expression">The expression that gives it instead; null if a register does.</param>
internal readonly record struct CfaRule(int Register, long Offset, byte[]? Expression = null);
