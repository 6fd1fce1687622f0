namespace Tripod.Scripting;

/// <summary>How a script is compiled.</summary>
public sealed record CompileOptions
{
    /// <summary>The path of Tripod.Host.dll, which declares the globals of a script and runs it.</summary>
    public required string HostAssembly { get; init; }

    /// <summary>
    /// Where compiled scripts and restored packages are kept, usually <see cref="DefaultCacheDirectory"/>; null keeps
    /// nothing. A directory that belongs to another user is not used.
    /// </summary>
    public string? CacheDirectory { get; init; }

    /// <summary>
    /// The directory for Tripod's caches by the XDG Base Directory specification, <c>~/.cache/tripod</c> if nothing
    /// else is said; null for a user without a home.
    /// </summary>
    public static string? DefaultCacheDirectory
    {
        get
        {
            // the specification: a relative path is to be ignored
            if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache))
                return Path.Combine(cache, "tripod");
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return home.Length == 0 ? null : Path.Combine(home, ".cache", "tripod");
        }
    }
}
