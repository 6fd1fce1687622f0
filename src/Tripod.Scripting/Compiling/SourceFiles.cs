using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Tripod.Scripting.Packages;

namespace Tripod.Scripting.Compiling;

/// <summary>The files of a script: itself and all that it <c>#load</c>s, with who loads whom and the bytes that were compiled.</summary>
internal sealed class SourceFiles(ScriptSource script, RestoredPackages packages) : SourceFileResolver([], script.BaseDirectory)
{
    private readonly ConcurrentDictionary<string, byte[]> _contents = new() { [script.Path] = script.Content };
    private readonly ConcurrentDictionary<string, bool> _madeUp = new();
    private readonly ConcurrentDictionary<(string From, string To), bool> _loads = new();

    /// <summary>The bytes of every file, by its absolute path.</summary>
    internal IReadOnlyDictionary<string, byte[]> Contents => _contents;

    /// <summary>The files that the script loads, without itself and without what is made up.</summary>
    internal IEnumerable<KeyValuePair<string, byte[]>> Loaded =>
        _contents.Where(file => file.Key != script.Path && !_madeUp.ContainsKey(file.Key));

    /// <summary>Which file loads which.</summary>
    internal ILookup<string, string> Loads => _loads.Keys.ToLookup(load => load.From, load => load.To);

    /// <inheritdoc/>
    public override string? ResolveReference(string path, string? baseFilePath)
    {
        string? from = baseFilePath == ScriptSource.StandardInputName ? null : baseFilePath;
        string? resolved = Package.IsNamedBy(path) ? ResolvePackage(path) : base.ResolveReference(path, from);
        if (resolved is not null)
            _loads[(baseFilePath ?? script.Path, resolved)] = true;
        return resolved;
    }

    /// <summary>One file of a package is loaded as it is; several are loaded by one that is made up here.</summary>
    private string? ResolvePackage(string directive)
    {
        if (!Package.TryParse(directive, out Package? package) || !packages.Directories.TryGetValue(package.Id, out string? directory))
            return null;
        IReadOnlyList<string> files = PackageScript.Files(directory);
        if (files.Count < 2)
            return files.Count == 1 ? files[0] : null;
        string together = Path.Combine(Path.GetDirectoryName(files[0])!, $"<{package.Id}>");
        _contents[together] = Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"#load \"{file}\"\n")));
        _madeUp[together] = true;
        return together;
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
