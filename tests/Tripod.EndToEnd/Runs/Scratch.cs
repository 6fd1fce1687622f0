namespace Tripod.EndToEnd.Runs;

/// <summary>Folders of one test's own: its log, its temporary files and its current directory are there and nowhere else.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tripod-test-");

    internal Scratch() => Create();

    internal string Root => _root.FullName;

    /// <summary>TRIPOD_OUTPUT.</summary>
    internal string Output => Path.Combine(Root, "output");

    /// <summary>TMPDIR.</summary>
    internal string Temporary => Path.Combine(Root, "tmp");

    /// <summary>The current directory.</summary>
    internal string Work => Path.Combine(Root, "work");

    /// <summary>Every file and folder within, relative, in order.</summary>
    internal IReadOnlyList<string> Contents() =>
        [.. Directory.EnumerateFileSystemEntries(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal)];

    /// <summary>As it was in the beginning.</summary>
    internal void Empty()
    {
        _root.Delete(recursive: true);
        Create();
    }

    private void Create()
    {
        foreach (string folder in (string[])[Output, Temporary, Work])
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _root.Delete(recursive: true);
}
