namespace Tripod.Scripting.Compiling;

/// <summary>Frameworks beside the one that every program runs on, such as ASP.NET Core's, in the installation that runs this process.</summary>
internal static class SharedFramework
{
    internal const string Core = "Microsoft.NETCore.App";
    internal const string Web = "Microsoft.AspNetCore.App";

    /// <summary>Whether it is installed in a version that goes with the core framework's.</summary>
    internal static bool IsInstalled(string name) => name == Core || Find(name) is not null;

    /// <summary>The assemblies of a framework; none for the core framework, which is always referred to.</summary>
    internal static IEnumerable<string> Assemblies(string name) =>
        name != Core && Find(name) is { } directory ? Directory.GetFiles(directory, "*.dll") : [];

    /// <summary>DOTNET_ROOT/shared/NAME/VERSION, the newest patch of the version that runs.</summary>
    private static string? Find(string name)
    {
        string versions = Path.Combine(Path.GetFullPath("../..", FrameworkReferences.Directory), name);
        if (!Directory.Exists(versions))
            return null;
        return Directory.GetDirectories(versions)
            .Select(directory => (Directory: directory, Version: Version.TryParse(Path.GetFileName(directory), out Version? version) ? version : new Version()))
            .Where(found => (found.Version.Major, found.Version.Minor) == (Environment.Version.Major, Environment.Version.Minor))
            .OrderByDescending(found => found.Version)
            .FirstOrDefault().Directory;
    }
}
