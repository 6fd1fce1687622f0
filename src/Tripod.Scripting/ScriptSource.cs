namespace Tripod.Scripting;

/// <summary>The text of a script and where it comes from.</summary>
public sealed record ScriptSource
{
    /// <summary>What a script that was read from standard input is called in diagnostics, stack traces and the log.</summary>
    public const string StandardInputName = "<stdin>";

    private ScriptSource(string path, string baseDirectory, byte[] content)
    {
        Path = path;
        BaseDirectory = baseDirectory;
        Content = content;
    }

    /// <summary>The absolute path of the file, or <see cref="StandardInputName"/>.</summary>
    public string Path { get; }

    /// <summary>The directory from which <c>#load</c> and <c>#r</c> of the script start.</summary>
    public string BaseDirectory { get; }

    /// <summary>The file's bytes as they are, with a byte order mark if it has one.</summary>
    internal byte[] Content { get; }

    /// <summary>The script's file name without its extension, as a name for its assembly.</summary>
    internal string Name => Path == StandardInputName ? "stdin" : Sanitize(System.IO.Path.GetFileNameWithoutExtension(Path));

    /// <summary>Reads a script file; symbolic links are followed, but the path keeps the name the user gave.</summary>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is a directory or may not be read.</exception>
    public static ScriptSource FromFile(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        return new ScriptSource(full, System.IO.Path.GetDirectoryName(full)!, File.ReadAllBytes(full));
    }

    /// <summary>Reads a script to the end of a stream; its <c>#load</c> and <c>#r</c> start from the current directory.</summary>
    public static ScriptSource FromStandardInput(Stream input)
    {
        using var content = new MemoryStream();
        input.CopyTo(content);
        return new ScriptSource(StandardInputName, Environment.CurrentDirectory, content.ToArray());
    }

    /// <summary>An assembly's name may not hold separators, and quoting rules make most punctuation awkward in type names.</summary>
    private static string Sanitize(string name)
    {
        string safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));
        return safe.Length == 0 ? "script" : safe;
    }
}
