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

    [Theory]
    [InlineData("--statics", "", true)]
    [InlineData("", "1", true)]
    [InlineData("", "", false)]
    public async Task Static_fields_are_shown_on_request(string option, string variable, bool expected)
    {
        Launch launch = Launch.Of("Stuck") with { Options = option.Length > 0 ? [option] : [], Environment = new Dictionary<string, string?> { ["TRIPOD_STATICS"] = variable } };
        await using TargetRun run = await TargetRun.StartReady(launch);
        await run.MoreSamples(2);

        Assert.Equal(expected, run.Log.Text.Contains("\nStatic fields of the types above, ", StringComparison.Ordinal));
        Assert.Equal(expected, run.Log.Text.Contains("\n  Stuck.Program\n    Ann = Account", StringComparison.Ordinal));
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
        const double Interval = 0.5;
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Blocked") with { Interval = Interval });
        // the very first is taken as soon as the collector is there
        IReadOnlyList<LoggedSample> samples = [.. (await run.MoreSamples(5)).Skip(1)];

        // ticks are multiples of the interval: a busy machine may delay or skip one, but there are never more than fit in
        double seconds = (samples[^1].Time - samples[0].Time).TotalSeconds;
        Assert.InRange((double)(samples[^1].Number - samples[0].Number), samples.Count - 1, seconds / Interval + 1);
    }
}
