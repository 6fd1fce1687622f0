using Tripod.Host;

/// <summary>What the runtime calls before the target's Main: the name and place are its contract for DOTNET_STARTUP_HOOKS.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (!IsSdk(AppContext.BaseDirectory))
            Sampling.Begin();
    }

    /// <summary>
    /// The SDK's own processes, the CLI, MSBuild and the compiler server, run before the app that <c>dotnet run</c>
    /// starts; they pass the hook on to it, untouched.
    /// </summary>
    private static bool IsSdk(string directory) =>
        directory.Contains("/Roslyn/bincore", StringComparison.Ordinal)
        || directory.Contains("/sdk/", StringComparison.Ordinal) && File.Exists(Path.Combine(directory, "MSBuild.dll"));
}
