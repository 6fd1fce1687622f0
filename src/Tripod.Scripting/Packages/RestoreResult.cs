namespace Tripod.Scripting.Packages;

/// <summary>The packages, or why there are none.</summary>
/// <param name="Packages">What was restored, or null.</param>
/// <param name="Errors">Why not, one line each, with the line of the script that asks for the package.</param>
internal readonly record struct RestoreResult(RestoredPackages? Packages, IReadOnlyList<string> Errors);
