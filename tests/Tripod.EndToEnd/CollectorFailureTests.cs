using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class CollectorFailureTests
{
    [Fact]
    public async Task After_the_collector_was_killed_a_later_tick_samples_again_and_the_log_says_what_was_skipped()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Blocked"));
        await AssertSamplesAgainAfter(run, Processes.Kill);
    }

    [Fact]
    public async Task After_the_collector_was_stopped_a_later_tick_samples_again_and_the_log_says_what_was_skipped()
    {
        // long enough for a collector that has just started on a busy machine: one that misses it is put off longer each time
        Launch launch = Launch.Of("Blocked") with { Options = ["--deadline", "5"] };
        await using TargetRun run = await TargetRun.StartReady(launch);
        await AssertSamplesAgainAfter(run, Processes.Stop);
    }

    [Fact]
    public async Task After_the_guardian_was_killed_a_later_tick_samples_again()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Blocked"));
        LoggedSample last = (await run.MoreSamples(2))[^1];
        int collector = run.Collector!.Pid;
        // the twin is a child of the target too, but lives for the moment of a sample
        await Bound.Until(() => run.AllProcesses.Count == 3, "nobody but target, guardian and collector", run.Story);
        int guardian = run.AllProcesses.Single(process => process.Pid != run.Pid && process.Pid != collector).Pid;
        Processes.Kill(guardian);

        await run.Sample(_ => run.Collector is { } other && other.Pid != collector, after: last.Number + 1);
        Assert.DoesNotContain(run.AllProcesses, process => process.Pid == guardian);
        run.Say();
        Assert.Equal(0, (await run.End()).ExitStatus);
    }

    [Fact]
    public async Task A_target_whose_collector_is_stopped_ends_as_ever_and_leaves_nothing()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Exits", "return", "3", "wait"));
        await run.MoreSamples(2);
        Processes.Stop(run.Collector!.Pid);
        run.Say();
        Outcome outcome = await run.End();

        Assert.Equal(3, outcome.ExitStatus);
    }

    [Fact]
    public async Task A_target_that_loads_types_all_the_time_does_not_fell_the_collector()
    {
        Launch launch = Launch.Of("TypeLoads") with { Interval = 0.05, Options = ["--deadline", "30"] };
        await using TargetRun run = await TargetRun.StartReady(launch);
        IReadOnlyList<LoggedSample> samples = await run.MoreSamples(10);
        run.Say();
        await run.End();

        Assert.DoesNotContain(run.Log.Skips, skip => skip.Contains("unexpectedly", StringComparison.Ordinal));
        Assert.Contains(samples, sample => sample.Full.Any(thread => thread.Name == "loading" && thread.Frames.Any(frame => frame.Method.EndsWith("Visit", StringComparison.Ordinal))));
    }

    private static async Task AssertSamplesAgainAfter(TargetRun run, Action<int> harm)
    {
        LoggedSample last = (await run.MoreSamples(2))[^1];
        int skips = run.Log.Skips.Count;
        Processes.Described collector = run.Collector!;
        harm(collector.Pid);

        LoggedSample later = await run.Sample(_ => run.Log.Skips.Count > skips, after: last.Number + 1);
        await Bound.Until(() => run.AllProcesses.All(process => process.Pid != collector.Pid), "the end of the old collector", run.Story);
        Assert.NotNull(run.Collector);
        Assert.Equal(4, later.Full.Count(thread => thread.Name is "sleeper" or "lock waiter" or "socket reader" or "task waiter"));
        Assert.Contains(run.Log.Skips.Skip(skips), skip => skip.Contains("collector", StringComparison.Ordinal));
    }
}
