namespace Tripod.EndToEnd.Runs;

/// <summary>What the world sees of a process that has ended.</summary>
/// <param name="ExitStatus">Exit code; 128 and the signal's number if a signal ended it.</param>
/// <param name="Output">Every byte of standard output, or all that a terminal showed; Tripod's banner left out.</param>
/// <param name="Error">Every byte of standard error, Tripod's banner left out.</param>
/// <param name="Remains">Files and folders that it left behind, the log left out.</param>
/// <param name="Settings">The terminal's settings in the end; empty if there was none.</param>
internal sealed record Outcome(int ExitStatus, byte[] Output, byte[] Error, IReadOnlyList<string> Remains, string Settings);
