using Tripod.Scripting.Packages;

namespace Tripod.Scripting.Cache;

/// <summary>Restores that were done before: the same packages, for a script in the reach of the same NuGet.config files.</summary>
internal sealed class RestoreCache
{
    private readonly CacheFolder _folder;

    private RestoreCache(CacheFolder folder) => _folder = folder;

    /// <summary>Opens the cache; null if the user has none that is private.</summary>
    internal static RestoreCache? TryOpen(string cacheDirectory) =>
        CacheFolder.TryOpen(cacheDirectory, "packages") is { } folder ? new RestoreCache(folder) : null;

    /// <summary>What decides which packages a restore finds.</summary>
    internal static string Key(Requirements requirements, string baseDirectory) => Digest.Name(
        [
            requirements.ToString(), typeof(object).Assembly.Location, typeof(RestoreCache).Module.ModuleVersionId.ToString(),
            Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? "",
            .. NuGetConfig.Files(baseDirectory).SelectMany(file => (string[])[file, Digest.OfFile(file) ?? ""]),
        ]);

    /// <summary>Packages that were restored before and are still there; null if they have to be restored.</summary>
    internal RestoreResult? Find(Directives directives, string baseDirectory)
    {
        foreach (string entry in _folder.Find(Key(directives.Requirements, baseDirectory)))
        {
            if (TryRead(directives, entry) is { } packages && packages.Directories.Values.All(Directory.Exists) && packages.References.All(File.Exists))
            {
                CacheFolder.Touch(entry);
                return new RestoreResult(packages, []);
            }
            CacheFolder.Remove(entry);
        }
        return null;
    }

    /// <summary>An empty directory to restore in; null if there is no room for one.</summary>
    internal string? TryBegin() => _folder.TryBegin();

    /// <summary>Keeps a restore that went well.</summary>
    internal void Commit(string unfinished, Requirements requirements, string baseDirectory) =>
        _folder.TryCommit(unfinished, Key(requirements, baseDirectory));

    private static RestoredPackages? TryRead(Directives directives, string entry)
    {
        try
        {
            return PackageRestore.Read(directives, entry);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException
            or System.Text.Json.JsonException or KeyNotFoundException or InvalidOperationException) // a damaged entry, whatever its damage
        {
            return null;
        }
    }
}
