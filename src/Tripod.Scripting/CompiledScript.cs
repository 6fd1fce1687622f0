namespace Tripod.Scripting;

/// <summary>A script on disk, ready to run.</summary>
/// <param name="AssemblyPath">The absolute path of its assembly; its portable PDB and runtime configuration lie beside it.</param>
/// <param name="IsTemporary">Whether its directory is deleted as soon as the script has been loaded.</param>
public sealed record CompiledScript(string AssemblyPath, bool IsTemporary)
{
    /// <summary>The private directory that holds the script and nothing else.</summary>
    public string Directory => Path.GetDirectoryName(AssemblyPath)!;

    /// <summary>What to pass to <c>dotnet</c> to run the script.</summary>
    /// <param name="hostAssembly">The path of Tripod.Host.dll.</param>
    /// <param name="args">The script's own arguments.</param>
    public IReadOnlyList<string> Command(string hostAssembly, IEnumerable<string> args)
    {
        List<string> command = ["exec", "--runtimeconfig", Path.Combine(Directory, ScriptFiles.RuntimeConfig)];
        string deps = Path.Combine(Directory, ScriptFiles.Deps);
        if (File.Exists(deps))
            command.AddRange(["--depsfile", deps]);
        return [.. command, hostAssembly, AssemblyPath, .. args];
    }

    /// <summary>Deletes a temporary script that will not run after all; leaves a cached one alone.</summary>
    public void Discard()
    {
        if (IsTemporary && System.IO.Directory.Exists(Directory))
            System.IO.Directory.Delete(Directory, recursive: true);
    }
}
