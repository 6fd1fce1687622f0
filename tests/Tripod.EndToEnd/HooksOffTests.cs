using System.Text;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>Programs whose runtimeconfig.json switches startup hooks off.</summary>
public sealed class HooksOffTests
{
    private const string On = "\"configProperties\": {";
    private const string Off = On + " \"System.StartupHookProvider.IsSupported\": false,";

    [Fact]
    public async Task Its_dll_is_sampled_and_sees_the_same_of_itself_but_for_the_hosts_command_line()
    {
        using var program = new Scratch();
        Launch launch = Launch.Of("Mirror", "a b", "--interval") with
        {
            Target = WithHooksOff(program, "Mirror"),
            // a hook of the user's own does not run in such a target, and shall not run now
            Environment = new Dictionary<string, string?> { ["DOTNET_STARTUP_HOOKS"] = Artifacts.Target("Mirror") },
        };

        (Outcome Plain, Outcome Sampled) both = await Twice.Run(launch, SampleAndSay);

        Assert.Equal(Lines(both.Plain), Lines(both.Sampled));
        Assert.Equal(both.Plain.ExitStatus, both.Sampled.ExitStatus);
        Assert.Equal(both.Plain.Error, both.Sampled.Error);
        Assert.Equal(both.Plain.Remains, both.Sampled.Remains); // the changed runtimeconfig.json was in TMPDIR
    }

    [Fact]
    public async Task Its_dll_still_finds_that_hooks_are_off()
    {
        await using TargetRun run = TargetRun.Start(Launch.Of("NoHooks"));
        Outcome outcome = await run.End();

        Assert.Equal(6, outcome.ExitStatus);
        Assert.Equal("entry assembly: NoHooks, Version=0.1.0.0, Culture=neutral, PublicKeyToken=null\nstartup hooks: False false\n", run.Output.Text);
        Assert.Empty(outcome.Error);
        Assert.DoesNotContain(outcome.Remains, path => path.Contains("runtimeconfig", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_executable_runs_unsampled_and_one_line_says_so()
    {
        await using TargetRun run = TargetRun.Start(Launch.OfApphost("NoHooks"));
        int status = await run.Exit();

        Assert.Equal(6, status);
        string line = Assert.Single(run.Error.Lines);
        Assert.StartsWith("[Tripod] Not sampling ", line, StringComparison.Ordinal);
        Assert.Contains("set System.StartupHookProvider.IsSupported to true", line, StringComparison.Ordinal);
        Assert.Empty(run.LogPath);
    }

    private static async Task SampleAndSay(TargetRun run)
    {
        await run.SampleSomewhile();
        run.Say();
    }

    /// <summary>A copy of a target whose hooks are off; its .dll.</summary>
    private static string WithHooksOff(Scratch scratch, string target)
    {
        string original = Artifacts.Target(target);
        string folder = Directory.CreateDirectory(Path.Combine(scratch.Root, "program")).FullName;
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(original)!, target + ".*"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        string copy = Path.Combine(folder, Path.GetFileName(original));
        string configuration = Path.ChangeExtension(copy, ".runtimeconfig.json");
        string json = File.ReadAllText(configuration);
        Assert.Contains(On, json, StringComparison.Ordinal);
        File.WriteAllText(configuration, json.Replace(On, Off, StringComparison.Ordinal));
        return copy;
    }

    /// <summary>
    /// All but assemblies, threads and descriptors, where there are Tripod's own (a sample's for an instant), and what
    /// tells the test's runs apart. How a sample is taken does not hang on how the target was started.
    /// </summary>
    private static string[] Lines(Outcome outcome) =>
    [
        .. Encoding.UTF8.GetString(outcome.Output).Split('\n').Where(line =>
            !line.StartsWith("assembly: ", StringComparison.Ordinal) && !line.StartsWith("threads: ", StringComparison.Ordinal)
            && !line.StartsWith("descriptor", StringComparison.Ordinal)
            && !line.StartsWith("/proc/self/cmdline: ", StringComparison.Ordinal) && !line.Contains(Processes.Mark + "=", StringComparison.Ordinal)),
    ];
}
