using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>The last entry of a log says how the target ended.</summary>
public sealed class EndingTests
{
    [Theory]
    [InlineData("return", 0)]
    [InlineData("return", 3)]
    [InlineData("exit", 4)]
    public async Task The_exit_code_of_a_sampled_target(string how, int status)
    {
        string ending = await EndingOf(Launch.Of("Exits", how, $"{status}", "wait"), run => run.Say());

        Assert.EndsWith($"exit code {status}", ending, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_type_of_an_unhandled_exception()
    {
        string ending = await EndingOf(Launch.Of("Throws", "main", "wait"), run => run.Say());

        Assert.Contains("unhandled exception System.InvalidOperationException", ending, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signal_that_killed_the_target_or_that_it_vanished()
    {
        string ending = await EndingOf(Launch.Of("Blocked"), run => run.Kill());

        Assert.True(ending.Contains("SIGKILL", StringComparison.Ordinal) || ending.Contains("vanished", StringComparison.Ordinal), ending);
    }

    [Theory]
    [InlineData("return", "0", "exit code 0")]
    [InlineData("return", "3", "exit code 3")]
    [InlineData("exit", "4", "exit code 4")]
    public async Task The_exit_code_of_a_target_that_ended_before_the_first_sample(string how, string status, string expected)
    {
        await using TargetRun run = TargetRun.Start(Launch.Of("Exits", how, status) with { Interval = null });
        await run.End();

        Assert.Contains(expected, run.Log.Ending, StringComparison.Ordinal);
    }

    private static async Task<string> EndingOf(Launch launch, Action<TargetRun> end)
    {
        await using TargetRun run = await TargetRun.StartReady(launch);
        await run.MoreSamples(2);
        end(run);
        await run.End();
        return run.Log.Ending;
    }
}
