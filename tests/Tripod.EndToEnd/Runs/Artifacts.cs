namespace Tripod.EndToEnd.Runs;

/// <summary>Where the build put the programs under test, beside this assembly: <c>.artifacts/bin/PROJECT/CONFIGURATION/</c>.</summary>
internal static class Artifacts
{
    private static readonly DirectoryInfo Own = new(AppContext.BaseDirectory.TrimEnd('/'));

    /// <summary>By its name, as a user would start it: the target sees that in its command line.</summary>
    internal const string Dotnet = "dotnet";

    internal static string Tripod => Program("Tripod");

    internal static string Target(string name) => Program(name);

    internal static string Script(string name) => Path.Combine(Own.FullName, "Scripts", name);

    private static string Program(string project)
    {
        string path = Path.Combine(Own.Parent!.Parent!.FullName, project, Own.Name, project + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{project} is not built", path);
    }
}
