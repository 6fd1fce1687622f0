using System.Globalization;

namespace Tripod.Scripting.Compiling;

/// <summary>Lays out a compiled script in a private directory.</summary>
internal static class ScriptDirectory
{
    /// <summary>Writes the script where it is deleted as soon as it has been loaded.</summary>
    internal static CompiledScript WriteTemporary(EmittedScript script, IReadOnlyCollection<string> references)
    {
        // mkdtemp(3): mode 0700
        string directory = Directory.CreateTempSubdirectory("tripod-script-").FullName;
        Write(directory, script, references);
        File.WriteAllText(Path.Combine(directory, ScriptFiles.Temporary), "");
        return new CompiledScript(Path.Combine(directory, script.Name + ".dll"), IsTemporary: true);
    }

    private static void Write(string directory, EmittedScript script, IReadOnlyCollection<string> references)
    {
        File.WriteAllBytes(Path.Combine(directory, script.Name + ".dll"), script.Image!);
        File.WriteAllBytes(Path.Combine(directory, script.Name + ".pdb"), script.Symbols!);
        File.WriteAllText(Path.Combine(directory, ScriptFiles.RuntimeConfig), RuntimeConfig());
        if (references.Count > 0)
            File.WriteAllLines(Path.Combine(directory, ScriptFiles.References), references);
    }

    /// <summary>At least the framework that the script was compiled against; the host rolls forward to its newest patch.</summary>
    private static string RuntimeConfig() => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "runtimeOptions": {
            "tfm": "net{{Environment.Version.Major}}.{{Environment.Version.Minor}}",
            "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version.ToString(3)}}" }
          }
        }
        """);
}
