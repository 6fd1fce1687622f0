using Tripod.Scripting.Native;

namespace Tripod.Scripting.Cache;

/// <summary>
/// A private directory of entries that are directories themselves. An entry is written under another name and then
/// renamed, so that whoever sees it sees all of it; it never changes afterwards. What cannot be read or written is a
/// missed chance to save time, not an error.
/// </summary>
internal sealed class CacheFolder
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string Unfinished = ".new-";

    /// <summary>Entries, and bytes of all entries together, that are kept; the ones that were used last stay.</summary>
    internal const int MostEntries = 500;
    internal const long MostBytes = 64 << 20;

    private readonly string _path;

    private CacheFolder(string path) => _path = path;

    /// <summary>Opens a folder, and makes it if need be; null if it cannot be made or belongs to someone else.</summary>
    internal static CacheFolder? TryOpen(string cacheDirectory, string name)
    {
        string path = Path.Combine(cacheDirectory, name);
        try
        {
            foreach (string directory in (string[])[cacheDirectory, path])
            {
                Directory.CreateDirectory(directory, Private);
                if (!Statx.IsOwnDirectory(directory))
                    return null;
                if (File.GetUnixFileMode(directory) != Private)
                    File.SetUnixFileMode(directory, Private);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        return new CacheFolder(path);
    }

    /// <summary>The user's own entries whose names start with a key.</summary>
    internal IEnumerable<string> Find(string key) =>
        Directory.GetDirectories(_path, key + "*").Where(Statx.IsOwnDirectory);

    /// <summary>Marks an entry as used now, so that it is not the next to go.</summary>
    internal static void Touch(string entry)
    {
        try
        {
            Directory.SetLastWriteTimeUtc(entry, DateTime.UtcNow);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // it is used all the same
        }
    }

    /// <summary>A new private directory to write an entry in; null if there is no room for one.</summary>
    internal string? TryBegin()
    {
        string path = Path.Combine(_path, Unfinished + Path.GetRandomFileName());
        try
        {
            return Directory.CreateDirectory(path, Private).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Gives an entry its name. If the name is taken, another process wrote the same at the same time, and that one is
    /// used: rename(2) fails if the new name is a directory with files in it.
    /// </summary>
    internal string? TryCommit(string unfinished, string name)
    {
        string entry = Path.Combine(_path, name);
        try
        {
            Directory.Move(unfinished, entry);
            CacheLimit.Apply(_path, MostEntries, MostBytes, keep: entry);
            return entry;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remove(unfinished);
            return Statx.IsOwnDirectory(entry) ? entry : null;
        }
    }

    /// <summary>Takes an entry away under another name first, so that nobody sees half of it.</summary>
    internal static void Remove(string entry)
    {
        try
        {
            string doomed = Path.Combine(Path.GetDirectoryName(entry)!, Unfinished + Path.GetRandomFileName());
            Directory.Move(entry, doomed);
            Directory.Delete(doomed, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // someone else has removed it, or will
        }
    }
}
