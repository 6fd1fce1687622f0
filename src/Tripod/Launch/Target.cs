namespace Tripod.Launch;

/// <summary>What the user asked to run.</summary>
/// <param name="Path">The path as the user gave it: the target sees it in its command line.</param>
/// <param name="Kind">How it is run.</param>
internal sealed record Target(string Path, TargetKind Kind)
{
    /// <summary>Looks at what stands at a path.</summary>
    /// <exception cref="LaunchException">It is not there (127), or cannot be run (126).</exception>
    public static Target Find(string path)
    {
        if (path == "-")
            throw CannotRun("scripts on standard input are not supported yet; save the script to a file and run that");
        if (Directory.Exists(path))
            throw CannotRun($"'{path}' is a directory; give the script or the .dll in it");
        if (!File.Exists(path))
            throw new LaunchException(ExitStatus.NotFound, $"'{path}' was not found; check the path");
        return new Target(path, KindOf(path));
    }

    private static TargetKind KindOf(string path)
    {
        switch (System.IO.Path.GetExtension(path).ToLowerInvariant())
        {
            case ".csx":
                return TargetKind.Script;
            case ".dll":
                ProgramAssembly.Check(path);
                return TargetKind.Program;
            case ".csproj" or ".cs":
                throw CannotRun($"'{path}': projects and file-based apps are not supported yet; build it and run the .dll");
            default:
                throw CannotRun($"'{path}' is neither a .csx script nor a .dll; executables are not supported yet: run the .dll beside it");
        }
    }

    internal static LaunchException CannotRun(string message) => new(ExitStatus.CannotRun, message);
}
