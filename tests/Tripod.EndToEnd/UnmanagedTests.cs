using System.Text;
using System.Text.RegularExpressions;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>Targets that go behind the runtime's back.</summary>
public sealed partial class UnmanagedTests
{
    [Fact]
    public async Task A_target_that_executes_another_program()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Unmanaged", "exec"), async run =>
        {
            await SampleAndSay(run);
            await run.Line("a shell now");
            run.Say();
        });

        AssertSame(both, 5);
    }

    [Fact]
    public async Task A_target_that_executes_another_NET_program()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Unmanaged", "exec-dotnet", Artifacts.Target("Mirror")), async run =>
        {
            await SampleAndSay(run);
            await run.Line("another program");
            await run.Line("ready", times: 2);
            await Bound.Until(() => run.AllProcesses.Count == 1, "the new program alone", run.Story);
            run.Say();
        });

        AssertSame((WithoutMark(both.Plain), WithoutMark(both.Sampled)), 0);
        Assert.Contains("assembly: Mirror\n", Encoding.UTF8.GetString(both.Sampled.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_forks_without_exec()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Unmanaged", "fork") with { Interval = 0.02 }, SampleAndSay);

        AssertSame(both, 0);
        Assert.Contains("50 of 50 children ended as they should\n", Encoding.UTF8.GetString(both.Sampled.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forked_child_that_outlives_the_target_keeps_nothing_of_Tripod_alive()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Unmanaged", "orphan"), async run =>
        {
            await SampleAndSay(run);
            await run.Line("forked");
            await Bound.Until(() => run.AllProcesses.Count == 1, "the child alone", run.Story);
            run.CloseInput();
        });

        AssertSame(both, 3);
    }

    [Fact]
    public async Task A_target_that_changes_its_user()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Unmanaged", "setuid"), async run =>
        {
            await SampleAndSay(run);
            await run.Line("changed");
            if (run.Launch.Sampled)
                await Bound.Until(() => File.ReadAllText(run.LogPath).Contains("the target has changed its user", StringComparison.Ordinal), "a word about it in the log", run.Story);
            if (run.Launch.Sampled)
                await Bound.Until(() => run.AllProcesses.Count == 2, "target and collector, and nobody who shares the target's memory", run.Story);
            run.Say();
        });

        AssertSame(both, 8);
    }

    /// <summary>Without the runtime's own use of descriptors, which such a program switches off too.</summary>
    [Fact]
    public async Task A_target_that_opens_files_in_the_place_of_all_descriptors()
    {
        Launch launch = Launch.Of("Unmanaged", "descriptors") with
        {
            Interval = 0.01,
            Environment = new Dictionary<string, string?> { ["DOTNET_EnableDiagnostics"] = "0", ["DOTNET_EnableWriteXorExecute"] = "0" },
        };
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(launch, async run =>
        {
            await SampleAndSay(run);
            await run.Line("replaced");
            await run.SampleIfSampled();
            run.Say();
        });

        AssertSame(both, 0);
        Assert.Contains("1021 of 1021 files are as they were\n", Encoding.UTF8.GetString(both.Sampled.Output), StringComparison.Ordinal);
    }

    /// <summary>The runs have different marks, which the target shows.</summary>
    private static Outcome WithoutMark(Outcome outcome) =>
        outcome with { Output = Encoding.Latin1.GetBytes(Mark().Replace(Encoding.Latin1.GetString(outcome.Output), "")) };

    [GeneratedRegex(Processes.Mark + "=[0-9a-f]+")]
    private static partial Regex Mark();

    private static void AssertSame((Outcome Plain, Outcome Sampled) both, int status)
    {
        Twice.AssertSame(both);
        Assert.Equal(status, both.Sampled.ExitStatus);
    }

    private static async Task SampleAndSay(TargetRun run)
    {
        await run.SampleSomewhile();
        run.Say();
    }
}
