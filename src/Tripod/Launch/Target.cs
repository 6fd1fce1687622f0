using Tripod.Native;
using Tripod.Scripting;
using Tripod.Settings;

namespace Tripod.Launch;

/// <summary>Finds out what the user asked to run, and how it is started.</summary>
internal static class Target
{
    /// <summary>Looks at what stands at a path.</summary>
    /// <exception cref="LaunchException">It is not there (127), or cannot be run (126).</exception>
    public static TargetPlan? Plan(string path, string[] arguments, RunSettings settings)
    {
        if (path == "-")
            return Script(ScriptSource.FromStandardInput(StandardInput.Open()), arguments, settings);
        if (Directory.Exists(path))
            return ProjectPlan.OfFolder(path, arguments);
        if (!File.Exists(path))
            throw new LaunchException(ExitStatus.NotFound, $"'{path}' was not found; check the path");
        try
        {
            return OfFile(path, arguments, settings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LaunchException(ExitStatus.CannotRun, $"'{path}' cannot be read: {e.Message}");
        }
    }

    private static TargetPlan? OfFile(string path, string[] arguments, RunSettings settings)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".csx":
                return Script(ScriptSource.FromFile(path), arguments, settings);
            case ".dll":
                ProgramAssembly.Check(path);
                return new ProgramPlan(path, arguments);
            case ".csproj" or ".fsproj" or ".vbproj":
                return ProjectPlan.OfProject(path, arguments);
            case ".cs":
                return ProjectPlan.OfFile(path, arguments);
            default:
                return ExecutablePlan.Of(path, arguments);
        }
    }

    /// <summary>Compiles a script; null if it has errors, which are on stderr then.</summary>
    private static ScriptPlan? Script(ScriptSource source, string[] arguments, RunSettings settings)
    {
        var options = new CompileOptions { HostAssembly = Layout.Host, CacheDirectory = settings.Cache ? CompileOptions.DefaultCacheDirectory : null };
        ScriptCompilationResult compilation;
        using (settings.Quiet ? null : ProgressLine.Start($"Preparing {Path.GetFileName(source.Path)}"))
            compilation = ScriptCompiler.Compile(source, options);
        foreach (string diagnostic in compilation.Diagnostics)
            StandardError.WriteLine(diagnostic);
        return compilation.Script is { } script ? new ScriptPlan(source.Path, script, arguments) : null;
    }
}
