using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class SettingTests
{
    [Fact]
    public async Task TRIPOD_STACK_VARS_0_leaves_arguments_and_locals_out()
    {
        Launch launch = Launch.Of("Recursion") with { Environment = new Dictionary<string, string?> { ["TRIPOD_STACK_VARS"] = "0" } };
        await using TargetRun run = await TargetRun.StartReady(launch);
        await run.MoreSamples(2);

        Assert.Contains("Program.Descend", run.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Arguments:", run.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Local variables:", run.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("floor 2", run.Log.Text, StringComparison.Ordinal); // in no line of source, only in memory
    }

    [Fact]
    public async Task An_option_comes_before_its_variable()
    {
        Launch launch = Launch.Of("Blocked") with { Interval = 1000, Options = ["--interval", "0.1"] };
        await using TargetRun run = await TargetRun.StartReady(launch);
        await run.MoreSamples(2);

        Assert.StartsWith("[Tripod] Sampling every 0.100000 seconds\n", run.Error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_setting_the_interval_is_five_seconds()
    {
        await using TargetRun run = TargetRun.Start(Launch.Of("Exits", "return", "0") with { Interval = null });
        await run.End();

        Assert.StartsWith("[Tripod] Sampling every 5.000000 seconds\n", run.Error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Samples_come_at_the_interval()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Blocked") with { Interval = 0.5 });
        IReadOnlyList<LoggedSample> samples = await run.MoreSamples(4);

        // ticks are multiples of the interval; a busy machine may skip or delay one, but none comes early
        Assert.All(samples.Zip(samples.Skip(1)), pair => Assert.InRange(
            (pair.Second.Time - pair.First.Time).TotalSeconds, 0.5 * (pair.Second.Number - pair.First.Number) - 0.25, double.MaxValue));
    }
}
