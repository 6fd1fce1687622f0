using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>With Tripod and without it the world sees the same: streams byte for byte, exit status, files left behind.</summary>
public sealed class IdenticalRunTests
{
    private static readonly string[] HardArguments =
        ["", " ", "two words", "--help", "--interval", "-", "--", "\"quoted\"", "it's", "$HOME", "*", "a\tb\nc", "ä€𝄞", "\\", "collect", "@file", "-o=x"];

    [Fact]
    public async Task Arguments_streams_and_surroundings_are_the_same()
    {
        byte[] input = [.. Enumerable.Range(0, 256).Select(value => (byte)(255 - value))];

        Twice.AssertSame(await Twice.Run(Launch.Of("Echo", HardArguments), run =>
        {
            run.Say(input);
            run.CloseInput();
            return Task.CompletedTask;
        }));
    }

    [Fact]
    public async Task Arguments_are_the_targets_own_after_options_of_Tripod()
    {
        Launch launch = Launch.Of("Echo", "--interval", "7") with { Options = ["--interval", "0.1", "--stack-vars=0"] };

        Twice.AssertSame(await Twice.Run(launch, run =>
        {
            run.CloseInput();
            return Task.CompletedTask;
        }));
    }

    [Theory]
    [InlineData("return", 0)]
    [InlineData("return", 3)]
    [InlineData("exit", 0)]
    [InlineData("exit", 3)]
    [InlineData("exit-elsewhere", 5)]
    [InlineData("return", 255)]
    public async Task A_target_that_ends_at_once_has_its_exit_status(string how, int status)
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Exits", how, $"{status}"));

        Twice.AssertSame(both);
        Assert.Equal(status, both.Sampled.ExitStatus);
    }

    [Theory]
    [InlineData("return", 3)]
    [InlineData("exit", 4)]
    [InlineData("exit-elsewhere", 5)]
    public async Task A_target_that_was_sampled_has_its_exit_status(string how, int status)
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Exits", how, $"{status}", "wait"), SampleSomewhile);

        Twice.AssertSame(both);
        Assert.Equal(status, both.Sampled.ExitStatus);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("elsewhere")]
    public async Task An_unhandled_exception_ends_the_target_as_without_Tripod(string thread)
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Throws", thread));

        Twice.AssertSame(both);
        Assert.Equal(134, both.Sampled.ExitStatus); // 128 + SIGABRT
    }

    [Theory]
    [InlineData("main")]
    [InlineData("elsewhere")]
    public async Task An_unhandled_exception_ends_a_sampled_target_as_without_Tripod(string thread)
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Throws", thread, "wait"), SampleSomewhile);

        Twice.AssertSame(both);
        Assert.Equal(134, both.Sampled.ExitStatus);
    }

    private static async Task SampleSomewhile(TargetRun run)
    {
        await run.Line("ready");
        if (run.Launch.Sampled)
            await run.MoreSamples(3);
        run.Say();
    }
}
