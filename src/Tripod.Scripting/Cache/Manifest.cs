using Tripod.Scripting.Packages;

namespace Tripod.Scripting.Cache;

/// <summary>
/// A list of what a cached script consists of, was made from and was told about: one fact a line, a word and its value.
/// The last line is the word that says that the list is whole.
/// </summary>
internal sealed class Manifest
{
    internal const string FileName = "script.manifest";

    private const string Header = "tripod-script 1";
    private const string End = "end";

    private readonly List<string> _lines;

    private Manifest(List<string> lines) => _lines = lines;

    internal Manifest() : this([])
    {
    }

    /// <summary>Whether every value is one line; what is not cannot be written down, and is not cached.</summary>
    internal bool IsSound => _lines.TrueForAll(line => !line.AsSpan().ContainsAny('\n', '\r'));

    /// <summary>The text of the file.</summary>
    internal string Text => string.Join('\n', [Header, .. _lines, End, ""]);

    internal string? Assembly => Values("assembly").SingleOrDefault();

    internal IReadOnlyList<string> Diagnostics => [.. Values("diagnostic")];

    /// <summary>The packages and frameworks that the script asks for.</summary>
    internal Requirements Requirements => new([.. Values("package").Select(Split).Select(pair => new Package(pair.First, pair.Others))], Values("web").Any());

    /// <summary>The key of the restore that got them, or null.</summary>
    internal string? Restore => Values("restore").SingleOrDefault();

    /// <summary>Reads the list of an entry; null if there is none, or not all of it.</summary>
    internal static Manifest? Read(string entry)
    {
        try
        {
            string[] lines = File.ReadAllLines(Path.Combine(entry, FileName));
            return lines is [Header, .. var facts, End] ? new Manifest([.. facts]) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal void Add(string word, string value) => _lines.Add($"{word} {value}");

    /// <summary>A file and its content now: one of the entry's own, or one that the script was made from.</summary>
    internal void AddFile(string word, string path, byte[] content) => Add(word, $"{Digest.Of(content)} {path}");

    /// <summary>Whether the entry's own files are as they were written.</summary>
    internal bool IsIntact(string entry) =>
        Assembly is not null && Values("own").Select(Split).All(file => Digest.OfFile(Path.Combine(entry, file.Others)) == file.First);

    /// <summary>Whether everything that the script was made from is as it was.</summary>
    internal bool IsCurrent() =>
        Values("read").Select(Split).All(file => Digest.OfFile(file.Others) == file.First)
        && Values("present").All(Path.Exists);

    private IEnumerable<string> Values(string word) =>
        _lines.Where(line => line.StartsWith(word, StringComparison.Ordinal) && line.Length > word.Length && line[word.Length] == ' ')
            .Select(line => line[(word.Length + 1)..]);

    private static (string First, string Others) Split(string value)
    {
        int space = value.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (value, "") : (value[..space], value[(space + 1)..]);
    }
}
