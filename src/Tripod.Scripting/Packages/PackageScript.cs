namespace Tripod.Scripting.Packages;

/// <summary>The scripts in a package, for <c>#load "nuget: Id, Version"</c>: its contentFiles/csx, as dotnet-script reads them.</summary>
internal static class PackageScript
{
    /// <summary>
    /// The files to load: main.csx alone if there is one, else all scripts of the folder; none if it is no script package.
    /// </summary>
    internal static IReadOnlyList<string> Files(string packageDirectory)
    {
        string root = Path.Combine(packageDirectory, "contentFiles", "csx");
        if (!Directory.Exists(root) || Best(Directory.GetDirectories(root)) is not { } folder)
            return [];
        string main = Path.Combine(folder, "main.csx");
        return File.Exists(main) ? [main] : [.. Directory.GetFiles(folder, "*.csx").Order(StringComparer.Ordinal)];
    }

    /// <summary>A folder is named after the framework it is for: the script's own, else any, else a portable one, else what there is.</summary>
    private static string? Best(string[] folders) =>
        folders.OrderByDescending(folder => Path.GetFileName(folder) switch
        {
            var name when name == $"net{Environment.Version.Major}.{Environment.Version.Minor}" => 3,
            "any" => 2,
            var name when name.StartsWith("netstandard", StringComparison.Ordinal) => 1,
            _ => 0,
        }).ThenByDescending(folder => folder, StringComparer.Ordinal).FirstOrDefault();
}
