namespace Tripod.Proof.Tracing;

/// <summary>The source files of a program, by their names.</summary>
internal sealed class Sources(string folder)
{
    private readonly Dictionary<string, string[]> _files = [];

    /// <summary>Whether a line may call anything: it has a parenthesis.</summary>
    public bool MayCall(string file, int line)
    {
        if (!_files.TryGetValue(file, out string[]? lines))
            _files[file] = lines = Path.Combine(folder, file) is var path && File.Exists(path) ? File.ReadAllLines(path) : [];
        return line > 0 && line <= lines.Length && lines[line - 1].Contains('(', StringComparison.Ordinal);
    }
}
