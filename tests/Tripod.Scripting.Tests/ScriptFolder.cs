using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Tripod.Scripting.Tests;

/// <summary>A folder of one test's own, with scripts that it compiles and runs as the launcher would.</summary>
internal sealed class ScriptFolder : IDisposable
{
    private readonly ConcurrentBag<CompiledScript> _scripts = [];

    internal static string HostAssembly { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "host", "Tripod.Host.dll");

    internal string Path { get; } = Directory.CreateTempSubdirectory("tripod-scripting-tests-").FullName;

    internal string this[string name] => System.IO.Path.Combine(Path, name);

    internal string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Compiles a library from text.</summary>
    internal string WriteLibrary(string name, string text, params string[] references)
    {
        string path = Write(name, "");
        string core = typeof(object).Assembly.Location;
        string[] files = [core, System.IO.Path.Combine(System.IO.Path.GetDirectoryName(core)!, "System.Runtime.dll"), .. references];
        var compilation = CSharpCompilation.Create(System.IO.Path.GetFileNameWithoutExtension(name), [CSharpSyntaxTree.ParseText(text)],
            files.Select(file => MetadataReference.CreateFromFile(file)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(path).Success);
        return path;
    }

    internal ScriptCompilationResult Compile(string name, Func<CompileOptions, CompileOptions>? change = null) =>
        Compile(ScriptSource.FromFile(this[name]), change);

    internal ScriptCompilationResult Compile(ScriptSource source, Func<CompileOptions, CompileOptions>? change = null)
    {
        var options = new CompileOptions { HostAssembly = HostAssembly };
        ScriptCompilationResult result = ScriptCompiler.Compile(source, change?.Invoke(options) ?? options);
        if (result.Script is not null)
            _scripts.Add(result.Script);
        return result;
    }

    /// <summary>Compiles and runs a script that must have neither errors nor warnings.</summary>
    internal async Task<Outcome> Run(string name, params string[] args)
    {
        ScriptCompilationResult result = Compile(name);
        Assert.Empty(result.Diagnostics);
        return await Run(result.Script!, args);
    }

    /// <summary>Runs a script from text.</summary>
    internal async Task<Outcome> RunText(string text, params string[] args)
    {
        Write("script.csx", text);
        return await Run("script.csx", args);
    }

    internal async Task<Outcome> Run(CompiledScript script, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", script.Command(HostAssembly, args))
        {
            WorkingDirectory = Path,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // an aborting runtime shall not spend seconds on a core file
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancel);
        Task<string> error = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return new Outcome(process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        foreach (CompiledScript script in _scripts)
            script.Discard();
        Directory.Delete(Path, recursive: true);
    }
}
