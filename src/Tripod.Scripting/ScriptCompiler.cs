using Microsoft.CodeAnalysis.CSharp;
using Tripod.Scripting.Compiling;

namespace Tripod.Scripting;

/// <summary>Compiles C# scripts, the way <c>csi</c> and <c>dotnet-script</c> understand them, into assemblies with full debug information.</summary>
public static class ScriptCompiler
{
    /// <summary>
    /// Compiles a script and everything it loads. Errors of the script are diagnostics of the result.
    /// </summary>
    /// <exception cref="IOException">The compiled script cannot be written to the temporary directory.</exception>
    public static ScriptCompilationResult Compile(ScriptSource source, CompileOptions options)
    {
        var sources = new SourceFiles(source);
        var references = new ReferenceFiles(source.BaseDirectory);
        CSharpCompilation compilation = Submission.Create(source, options.HostAssembly, sources, references);
        if (LoadCircle.Find(compilation, sources) is { } circle)
            return new ScriptCompilationResult(null, [circle]);

        EmittedScript emitted = EmittedScript.From(compilation, sources);
        CompiledScript? script = emitted.Image is null ? null : ScriptDirectory.WriteTemporary(emitted, references.Files);
        return new ScriptCompilationResult(script, emitted.Diagnostics);
    }
}
