namespace Tripod.Scripting;

/// <summary>What became of a script.</summary>
/// <param name="Script">The compiled script, or null if it has errors.</param>
/// <param name="Diagnostics">Errors and warnings, one line each: <c>file(line,col): error CS…: …</c>.</param>
public sealed record ScriptCompilationResult(CompiledScript? Script, IReadOnlyList<string> Diagnostics)
{
    /// <summary>Whether the script can run.</summary>
    public bool Success => Script is not null;
}
