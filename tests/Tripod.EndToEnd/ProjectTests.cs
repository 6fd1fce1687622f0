using System.Globalization;
using System.Text;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>What the SDK builds and starts: the app alone is sampled.</summary>
public sealed class ProjectTests
{
    private const string Source = """
        Console.WriteLine($"{args.Length} arguments: {string.Join('|', args)}");
        Console.WriteLine("ready");
        Console.ReadLine();
        return 11;
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
        """;

    [Fact]
    public async Task A_project()
    {
        using var scratch = new Scratch();
        string project = Write(scratch, "App.csproj", Project);
        Write(scratch, "Program.cs", Source);

        await AssertSame(scratch, project, ["run", "--project", project, "--"]);
    }

    [Fact]
    public async Task A_folder_with_one_project()
    {
        using var scratch = new Scratch();
        string project = Write(scratch, "App.csproj", Project);
        Write(scratch, "Program.cs", Source);

        await AssertSame(scratch, Path.GetDirectoryName(project)!, ["run", "--project", project, "--"]);
    }

    [Fact]
    public async Task A_file_based_app()
    {
        using var scratch = new Scratch();
        string file = Write(scratch, "app.cs", "#:property PublishAot=false\n" + Source);

        await AssertSame(scratch, file, ["run", "--file", file, "--"]);
    }

    [Fact]
    public async Task A_build_that_fails_is_the_SDKs_output_and_exit_status()
    {
        using var scratch = new Scratch();
        string project = Write(scratch, "App.csproj", Project);
        Write(scratch, "Program.cs", "nonsense;");
        var plain = new Launch { Target = project, Alone = [Artifacts.Dotnet, "run", "--project"], Sampled = false, Environment = Sdk.NoServers };

        Outcome expected = await ToItsEnd(plain, scratch);
        Outcome actual = await ToItsEnd(plain with { Sampled = true }, scratch);

        Assert.Equal(1, expected.ExitStatus);
        Assert.Equal(1, actual.ExitStatus);
        Assert.Contains("error CS0103", Encoding.UTF8.GetString(actual.Output), StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetString(expected.Output), Encoding.UTF8.GetString(actual.Output));
        Assert.Equal(Encoding.UTF8.GetString(expected.Error), Encoding.UTF8.GetString(actual.Error));
    }

    private static async Task<Outcome> ToItsEnd(Launch launch, Scratch scratch)
    {
        await using TargetRun run = TargetRun.Start(launch, scratch);
        return await run.End();
    }

    /// <param name="scratch">Where the files are; the second run finds them built.</param>
    /// <param name="target">What Tripod is given.</param>
    /// <param name="alone">The arguments of dotnet that stand for the target without Tripod.</param>
    private static async Task AssertSame(Scratch scratch, string target, string[] alone)
    {
        var environment = new Dictionary<string, string?>(Sdk.NoServers) { ["XDG_DATA_HOME"] = Directory.CreateDirectory(Path.Combine(scratch.Root, "data")).FullName };
        // without Tripod `dotnet` stands first, then these; the target is among them, so that none is added
        var plain = new Launch { Target = alone[^1], Alone = [Artifacts.Dotnet, .. alone[..^1]], Arguments = ["a b", "--interval"], Sampled = false, Environment = environment };
        var sampled = new Launch { Target = target, Arguments = plain.Arguments, Environment = environment };

        Outcome expected = await Once(plain, scratch);
        Outcome actual = await Once(sampled, scratch);

        Assert.Equal(11, expected.ExitStatus);
        Assert.Equal(11, actual.ExitStatus);
        Assert.Equal(Encoding.UTF8.GetString(expected.Output), Encoding.UTF8.GetString(actual.Output));
        Assert.Equal(Encoding.UTF8.GetString(expected.Error), Encoding.UTF8.GetString(actual.Error));
    }

    private static async Task<Outcome> Once(Launch launch, Scratch scratch)
    {
        await using TargetRun run = TargetRun.Start(launch, scratch);
        await run.SampleSomewhile();
        if (launch.Sampled)
            AssertOnlyTheAppIsSampled(run);
        run.Say();
        return await run.End();
    }

    private static void AssertOnlyTheAppIsSampled(TargetRun run)
    {
        IReadOnlyList<Processes.Described> all = run.AllProcesses;
        Processes.Described collector = Assert.Single(all, process => process.Command.Contains("collect"));
        int sampled = int.Parse(collector.Command[^1], CultureInfo.InvariantCulture);
        Assert.NotEqual(run.Pid, sampled); // that is the SDK's `dotnet run`
        Assert.EndsWith("app", all.Single(process => process.Pid == sampled).Command[0], StringComparison.OrdinalIgnoreCase);
    }

    private static string Write(Scratch scratch, string name, string content)
    {
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(scratch.Work, "app")).FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
