namespace Tripod.Scripting.Packages;

/// <summary>
/// The settings files that NuGet reads for a project in a directory: one in it and in each above it, and the user's.
/// learn.microsoft.com, "Common NuGet configurations"; the three spellings are NuGet.Configuration's for Linux.
/// </summary>
internal static class NuGetConfig
{
    private static readonly string[] Names = ["nuget.config", "NuGet.config", "NuGet.Config"];

    /// <summary>The files that exist, the nearest first.</summary>
    internal static IEnumerable<string> Files(string directory) => Above(directory).Concat(OfUser()).Where(File.Exists);

    private static IEnumerable<string> Above(string directory)
    {
        for (string? at = directory; at is not null; at = Path.GetDirectoryName(at))
            foreach (string name in Names)
                yield return Path.Combine(at, name);
    }

    private static IEnumerable<string> OfUser()
    {
        string user = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "NuGet");
        yield return Path.Combine(user, "NuGet.Config");
        string more = Path.Combine(user, "config");
        if (Directory.Exists(more))
            foreach (string file in Directory.GetFiles(more, "*.config").Order(StringComparer.Ordinal))
                yield return file;
    }
}
