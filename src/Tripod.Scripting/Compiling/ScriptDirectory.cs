namespace Tripod.Scripting.Compiling;

/// <summary>Lays out a compiled script in a private directory.</summary>
internal static class ScriptDirectory
{
    /// <summary>Writes the script where it is deleted as soon as it has been loaded.</summary>
    internal static CompiledScript WriteTemporary(EmittedScript script, Build build)
    {
        // mkdtemp(3): mode 0700
        string directory = Directory.CreateTempSubdirectory("tripod-script-").FullName;
        Write(directory, script, build);
        File.WriteAllText(Path.Combine(directory, ScriptFiles.Temporary), "");
        return new CompiledScript(Path.Combine(directory, script.Name + ".dll"), IsTemporary: true);
    }

    /// <summary>Writes the files of a script; what Tripod.Host needs, it finds by their names.</summary>
    internal static void Write(string directory, EmittedScript script, Build build)
    {
        File.WriteAllBytes(Path.Combine(directory, script.Name + ".dll"), script.Image!);
        File.WriteAllBytes(Path.Combine(directory, script.Name + ".pdb"), script.Symbols!);
        File.WriteAllBytes(Path.Combine(directory, ScriptFiles.RuntimeConfig), RuntimeConfig.Json(build.Packages));
        if (build.Packages.DepsFile is { } deps)
            File.WriteAllBytes(Path.Combine(directory, ScriptFiles.Deps), deps);
        if (build.References.Files.Count > 0)
            File.WriteAllLines(Path.Combine(directory, ScriptFiles.References), build.References.Files);
    }
}
