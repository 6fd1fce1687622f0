using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary><see cref="TargetRun.End"/> fails if a process of the run stays; what it leaves on disk is in the outcome.</summary>
public sealed class NothingRemainsTests
{
    private static readonly string[] OwnFolders = ["output", "tmp", "work"];

    [Fact]
    public async Task A_target_that_ends_before_the_first_tick_leaves_no_process_and_no_file_but_the_log()
    {
        await using TargetRun run = TargetRun.Start(Launch.Of("Exits", "return", "0") with { Interval = null });
        Outcome outcome = await run.End();

        Assert.Equal(OwnFolders, outcome.Remains);
        Assert.True(File.Exists(run.LogPath));
        Assert.Empty(run.Log.Samples);
    }

    [Fact]
    public async Task A_sampled_target_leaves_no_process_and_no_file_but_the_log()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Exits", "return", "0", "wait"));
        await run.MoreSamples(3);
        run.Say();
        Outcome outcome = await run.End();

        Assert.Equal(OwnFolders, outcome.Remains);
    }

    [Fact]
    public async Task A_target_that_is_killed_leaves_no_process_and_no_file_of_Tripods_but_the_log()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Blocked"));
        await run.MoreSamples(3);
        run.Kill();
        Outcome outcome = await run.End();

        // a killed runtime leaves its own diagnostic sockets behind, with Tripod or without
        Assert.Equal(OwnFolders, outcome.Remains.Where(path => !Path.GetFileName(path).StartsWith("clr-debug-pipe", StringComparison.Ordinal)
            && !Path.GetFileName(path).StartsWith("dotnet-diagnostic", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Between_samples_only_the_target_the_guardian_and_the_collector_live()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Blocked"));
        await run.MoreSamples(20);

        // a twin lives for the moment of a sample: it is enough that, again and again, there is none
        await Bound.Until(() => run.AllProcesses.Count == 3, "three processes", run.Story);
        await run.MoreSamples(5);
        await Bound.Until(() => run.AllProcesses.Count == 3, "three processes again", run.Story);
        Assert.Empty(Processes.ZombiesOf(run.Pid));
    }
}
