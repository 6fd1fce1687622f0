using System.Text;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>A runtime or an SDK that is not installed: what the user is told is the .NET host's own message and exit status.</summary>
public sealed class MissingRuntimeTests
{
    private const int FrameworkMissing = 150; // StatusCode::FrameworkMissingFailure of hostfxr, 0x80008096, in a byte

    [Theory]
    [InlineData("Exits.dll")]
    [InlineData("Exits")]
    public async Task A_program_for_a_runtime_that_is_not_installed(string file)
    {
        using var program = new Scratch();
        string path = Path.Combine(ForAnotherRuntime(program), file);
        var launch = new Launch { Target = path, Arguments = ["return", "0"], Alone = file == "Exits" ? [] : [Artifacts.Dotnet] };

        (Outcome Plain, Outcome Sampled) both = await Twice.Run(launch);

        Twice.AssertSame(both);
        Assert.Equal(FrameworkMissing, both.Sampled.ExitStatus);
        Assert.Contains("'Microsoft.NETCore.App', version '99.0.0'", Encoding.UTF8.GetString(both.Sampled.Error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("App.csproj", "--project")]
    [InlineData("app.cs", "--file")]
    public async Task A_project_without_an_SDK_to_build_it(string file, string option)
    {
        using var program = new Scratch();
        string path = Path.Combine(program.Work, file);
        File.WriteAllText(path, "");
        string dotnet = WithoutSdk(program);
        var environment = new Dictionary<string, string?> { ["PATH"] = $"{Path.GetDirectoryName(dotnet)}:{Environment.GetEnvironmentVariable("PATH")}" };

        Outcome plain = await Once(new Launch { Target = path, Alone = [dotnet, "run", option], Arguments = ["--"], Environment = environment, Sampled = false });
        Outcome sampled = await Once(new Launch { Target = path, Environment = environment });

        Twice.AssertSame((plain, sampled));
        Assert.Contains("No .NET SDKs were found", Encoding.UTF8.GetString([.. sampled.Output, .. sampled.Error]), StringComparison.Ordinal);
        Assert.NotEqual(0, sampled.ExitStatus);
    }

    [Fact]
    public async Task A_script_runs_without_an_SDK_and_one_with_packages_says_that_it_needs_it()
    {
        using var program = new Scratch();
        var environment = new Dictionary<string, string?> { ["XDG_CACHE_HOME"] = program.Temporary };
        string tripod = $"{Path.GetDirectoryName(WithoutSdk(program))}/dotnet";
        Launch Of(string name, string text)
        {
            string script = Path.Combine(program.Work, name);
            File.WriteAllText(script, text);
            return new Launch { Target = script, Alone = [tripod, Artifacts.Tripod, "run", "--quiet"], Sampled = false, Environment = environment };
        }

        Outcome plain = await Once(Of("plain.csx", "Console.Write(1); return 5;"));
        Outcome packages = await Once(Of("packages.csx", "#r \"nuget: Serilog, 3.1.1\"\n"));

        Assert.Equal((5, "1"), (plain.ExitStatus, Encoding.UTF8.GetString(plain.Output)));
        Assert.Equal(1, packages.ExitStatus);
        Assert.Contains("packages.csx(1,4): error: packages need the .NET SDK", Encoding.UTF8.GetString(packages.Error), StringComparison.Ordinal);
    }

    private static async Task<Outcome> Once(Launch launch)
    {
        await using TargetRun run = TargetRun.Start(launch);
        return await run.End();
    }

    private static string ForAnotherRuntime(Scratch scratch)
    {
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(Artifacts.Target("Exits"))!, "Exits*"))
            File.Copy(file, Path.Combine(scratch.Work, Path.GetFileName(file)));
        string configuration = Path.Combine(scratch.Work, "Exits.runtimeconfig.json");
        File.WriteAllText(configuration, File.ReadAllText(configuration).Replace("\"version\": \"10.0.0\"", "\"version\": \"99.0.0\"", StringComparison.Ordinal));
        return scratch.Work;
    }

    /// <summary>An installation of links to this one that leaves the SDK out; its <c>dotnet</c>.</summary>
    private static string WithoutSdk(Scratch scratch)
    {
        string real = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        string folder = Directory.CreateDirectory(Path.Combine(scratch.Root, "dotnet")).FullName;
        foreach (string name in (string[])["host", "shared"])
            Directory.CreateSymbolicLink(Path.Combine(folder, name), Path.Combine(real, name));
        string dotnet = Path.Combine(folder, "dotnet");
        File.Copy(Path.Combine(real, "dotnet"), dotnet); // the host looks beside itself, behind all links
        return dotnet;
    }
}
