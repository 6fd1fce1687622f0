namespace Tripod.Scripting.Cache;

/// <summary>Keeps a cache folder from growing without end.</summary>
internal static class CacheLimit
{
    /// <summary>What a process that was killed has left unfinished is of no use after this time.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>Removes what was used longest ago until the rest is within the limits.</summary>
    internal static void Apply(string folder, int mostEntries, long mostBytes, string keep)
    {
        int entries = 0;
        long bytes = 0;
        foreach (DirectoryInfo entry in new DirectoryInfo(folder).GetDirectories().OrderByDescending(entry => entry.LastWriteTimeUtc))
        {
            bool isUnfinished = entry.Name.StartsWith('.');
            if (isUnfinished && DateTime.UtcNow - entry.LastWriteTimeUtc < Abandoned)
                continue;
            entries++;
            bytes += Size(entry);
            if (isUnfinished || (entries > mostEntries || bytes > mostBytes) && entry.FullName != keep)
                CacheFolder.Remove(entry.FullName);
        }
    }

    private static long Size(DirectoryInfo entry)
    {
        try
        {
            return entry.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        }
        catch (IOException)
        {
            return 0; // removed meanwhile
        }
    }
}
