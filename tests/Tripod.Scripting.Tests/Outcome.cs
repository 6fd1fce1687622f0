namespace Tripod.Scripting.Tests;

/// <summary>How a process ended and what it wrote.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);
