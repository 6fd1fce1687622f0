namespace Tripod.Launch;

/// <summary>Whether <c>dotnet</c> can run a .dll, asked before anything is started.</summary>
internal static class ProgramAssembly
{
    /// <exception cref="LaunchException">It cannot (126).</exception>
    public static void Check(string path)
    {
        if (Complaint(path) is { } complaint)
            throw CannotRun(path, complaint);
        string configuration = RuntimeConfiguration.PathOfAssembly(path);
        if (!File.Exists(configuration))
            throw CannotRun(path, $"has no '{Path.GetFileName(configuration)}' beside it; give the .dll in the build output of an executable project");
    }

    private static string? Complaint(string path) => ManagedImage.TryRead(path) switch
    {
        null => "is not a .NET program; give a .dll that 'dotnet' can run",
        { IsManaged: false } => "is a native library, not a .NET program; give a .dll that 'dotnet' can run",
        { EntryPoint: 0 } => "is a library without an entry point; give the .dll of an executable project",
        _ => null,
    };

    private static LaunchException CannotRun(string path, string why) => new(ExitStatus.CannotRun, $"'{path}' {why}");
}
