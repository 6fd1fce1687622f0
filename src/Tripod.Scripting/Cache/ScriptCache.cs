using Tripod.Scripting.Compiling;
using Tripod.Scripting.Packages;

namespace Tripod.Scripting.Cache;

/// <summary>Compiled scripts of one text: several, if the files that it loads have been different at times.</summary>
internal sealed class ScriptCache
{
    private readonly CacheFolder _folder;
    private readonly ScriptSource _source;
    private readonly string _key;

    private ScriptCache(CacheFolder folder, ScriptSource source, string key)
    {
        _folder = folder;
        _source = source;
        _key = key;
    }

    /// <summary>Opens the cache for a script; null if the user has none that is private.</summary>
    internal static ScriptCache? TryOpen(string cacheDirectory, ScriptSource source, string hostAssembly) =>
        CacheFolder.TryOpen(cacheDirectory, "scripts") is { } folder ? new ScriptCache(folder, source, Key(source, hostAssembly)) : null;

    /// <summary>The script, compiled before from the same files; null if it has to be compiled.</summary>
    internal ScriptCompilationResult? Find()
    {
        foreach (string entry in _folder.Find(_key))
        {
            Manifest? manifest = Manifest.Read(entry);
            if (manifest is null || !manifest.IsIntact(entry))
                CacheFolder.Remove(entry);
            else if (manifest.IsCurrent() && (manifest.Restore is null || manifest.Restore == RestoreCache.Key(manifest.Requirements, _source.BaseDirectory)))
                return Found(entry, manifest);
        }
        return null;
    }

    /// <summary>Keeps a script; null if that is not possible, or not right because it can be another script tomorrow.</summary>
    internal CompiledScript? TryAdd(EmittedScript script, Build build, IReadOnlyList<string> diagnostics)
    {
        if (build.Packages.Requirements.IsFloating || _folder.TryBegin() is not { } unfinished)
            return null;
        try
        {
            ScriptDirectory.Write(unfinished, script, build);
            Manifest manifest = Describe(unfinished, script, build, diagnostics);
            if (manifest.IsSound)
            {
                File.WriteAllText(Path.Combine(unfinished, Manifest.FileName), manifest.Text);
                return _folder.TryCommit(unfinished, $"{_key}-{Digest.Name(manifest.Text)}") is { } entry ? Script(entry, manifest) : null;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // a full disk: the script runs without the cache
        }
        CacheFolder.Remove(unfinished);
        return null;
    }

    private static ScriptCompilationResult Found(string entry, Manifest manifest)
    {
        CacheFolder.Touch(entry);
        return new ScriptCompilationResult(Script(entry, manifest), manifest.Diagnostics);
    }

    private static CompiledScript Script(string entry, Manifest manifest) =>
        new(Path.Combine(entry, manifest.Assembly!), IsTemporary: false);

    /// <summary>What is known before the script is read by the compiler: text, place, runtime, host, and the compiler with this code.</summary>
    private static string Key(ScriptSource source, string hostAssembly) => Digest.Name(
        source.Path, source.BaseDirectory, Digest.Of(source.Content),
        typeof(object).Assembly.Location, typeof(object).Module.ModuleVersionId.ToString(),
        Digest.OfFile(hostAssembly) ?? "", typeof(ScriptCache).Module.ModuleVersionId.ToString());

    private Manifest Describe(string directory, EmittedScript script, Build build, IReadOnlyList<string> diagnostics)
    {
        var manifest = new Manifest();
        manifest.Add("assembly", script.Name + ".dll");
        foreach (string file in Directory.GetFiles(directory).Order(StringComparer.Ordinal))
            manifest.AddFile("own", Path.GetFileName(file), File.ReadAllBytes(file));
        foreach ((string path, byte[] content) in build.Sources.Loaded.OrderBy(file => file.Key, StringComparer.Ordinal))
            manifest.AddFile("read", path, content);
        foreach (string path in build.References.Files)
            manifest.AddFile("read", path, build.References.Content(path));
        DescribePackages(manifest, build.Packages);
        foreach (string line in diagnostics)
            manifest.Add("diagnostic", line);
        return manifest;
    }

    private void DescribePackages(Manifest manifest, RestoredPackages packages)
    {
        foreach (string directory in packages.Directories.Values.Order(StringComparer.Ordinal))
            manifest.Add("present", directory);
        foreach (Package package in packages.Requirements.Packages)
            manifest.Add("package", $"{package.Id} {package.Version}");
        if (packages.Requirements.NeedsWeb)
            manifest.Add("web", "yes");
        if (packages.Requirements.Packages.Count > 0)
            manifest.Add("restore", RestoreCache.Key(packages.Requirements, _source.BaseDirectory));
    }
}
