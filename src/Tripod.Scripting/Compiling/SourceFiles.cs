using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Tripod.Scripting.Compiling;

/// <summary>The files of a script: itself and all that it <c>#load</c>s, with who loads whom and the bytes that were compiled.</summary>
internal sealed class SourceFiles(ScriptSource script) : SourceFileResolver([], script.BaseDirectory)
{
    private readonly ConcurrentDictionary<string, byte[]> _contents = new() { [script.Path] = script.Content };
    private readonly ConcurrentDictionary<(string From, string To), bool> _loads = new();

    /// <summary>The bytes of every file, by its absolute path.</summary>
    internal IReadOnlyDictionary<string, byte[]> Contents => _contents;

    /// <summary>Which file loads which.</summary>
    internal ILookup<string, string> Loads => _loads.Keys.ToLookup(load => load.From, load => load.To);

    /// <inheritdoc/>
    public override string? ResolveReference(string path, string? baseFilePath)
    {
        string? from = baseFilePath == ScriptSource.StandardInputName ? null : baseFilePath;
        string? resolved = base.ResolveReference(path, from);
        if (resolved is not null)
            _loads[(baseFilePath ?? script.Path, resolved)] = true;
        return resolved;
    }

    /// <summary>The path under which the PDB knows a file: absolute, but for text that came from no file.</summary>
    public override string? NormalizePath(string path, string? baseFilePath) =>
        path == ScriptSource.StandardInputName ? path : base.NormalizePath(path, baseFilePath);

    /// <inheritdoc/>
    public override Stream OpenRead(string resolvedPath)
    {
        byte[] content = _contents.GetOrAdd(resolvedPath, File.ReadAllBytes);
        return new MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true);
    }

    /// <inheritdoc/>
    public override SourceText ReadText(string resolvedPath)
    {
        using Stream content = OpenRead(resolvedPath);
        return SourceText.From(content);
    }
}
