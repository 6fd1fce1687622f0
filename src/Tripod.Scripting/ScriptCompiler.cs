using Tripod.Scripting.Compiling;
using Tripod.Scripting.Packages;

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
        Build build = Build.Of(source, options.HostAssembly, new Restorer(source.BaseDirectory).Restore);
        if (build.Compilation is null)
            return new ScriptCompilationResult(null, build.Errors);
        EmittedScript emitted = EmittedScript.From(build.Compilation, build.Sources);
        CompiledScript? script = emitted.Image is null ? null : ScriptDirectory.WriteTemporary(emitted, build);
        return new ScriptCompilationResult(script, [.. build.Packages.Warnings, .. emitted.Diagnostics]);
    }
}
