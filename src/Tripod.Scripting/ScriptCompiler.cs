using System.Runtime.CompilerServices;
using Tripod.Scripting.Cache;
using Tripod.Scripting.Compiling;
using Tripod.Scripting.Packages;

namespace Tripod.Scripting;

/// <summary>Compiles C# scripts, the way <c>csi</c> and <c>dotnet-script</c> understand them, into assemblies with full debug information.</summary>
public static class ScriptCompiler
{
    /// <summary>
    /// Compiles a script and everything it loads, or finds it compiled before. Errors of the script are diagnostics of
    /// the result, and so is a temporary directory that cannot be written.
    /// </summary>
    public static ScriptCompilationResult Compile(ScriptSource source, CompileOptions options)
    {
        ScriptCache? cache = options.CacheDirectory is { } directory ? ScriptCache.TryOpen(directory, source, options.HostAssembly) : null;
        return cache?.Find() ?? Compile(source, options, cache);
    }

    // not inlined: a script that was compiled before shall not wait for the compiler to be loaded
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ScriptCompilationResult Compile(ScriptSource source, CompileOptions options, ScriptCache? cache)
    {
        RestoreCache? restores = options.CacheDirectory is { } directory ? RestoreCache.TryOpen(directory) : null;
        Build build = Build.Of(source, options.HostAssembly, new Restorer(source.BaseDirectory, restores).Restore);
        if (build.Compilation is null)
            return new ScriptCompilationResult(null, build.Errors);
        EmittedScript emitted = EmittedScript.From(build.Compilation, build.Sources);
        IReadOnlyList<string> diagnostics = [.. build.Packages.Warnings, .. emitted.Diagnostics];
        if (emitted.Image is null)
            return new ScriptCompilationResult(null, diagnostics);
        return cache?.TryAdd(emitted, build, diagnostics) is { } kept
            ? new ScriptCompilationResult(kept, diagnostics)
            : Temporary(source, emitted, build, diagnostics);
    }

    private static ScriptCompilationResult Temporary(ScriptSource source, EmittedScript emitted, Build build, IReadOnlyList<string> diagnostics)
    {
        try
        {
            return new ScriptCompilationResult(ScriptDirectory.WriteTemporary(emitted, build), diagnostics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string line = $"{source.Path}: error: the compiled script cannot be written to {Path.GetTempPath()}: {exception.Message}; set TMPDIR to a directory with room";
            return new ScriptCompilationResult(null, [.. diagnostics, line]);
        }
    }
}
