using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task Children_and_SIGCHLD_are_the_same_as_without_Tripod()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Children", "25"), async run =>
        {
            await run.Line("ready");
            await SampleIfSampled(run);
            run.Say();
            await run.Line("children done");
            await SampleIfSampled(run);
            run.Say();
        });

        Twice.AssertSame(both);
        string output = System.Text.Encoding.UTF8.GetString(both.Sampled.Output);
        Assert.Contains("SIGCHLD without a child: 0\n", output, StringComparison.Ordinal);
        Assert.Contains("25 of 25 children ran right, every one signalled: True\n", output, StringComparison.Ordinal);
        Assert.Contains("SIGCHLD in all: 26\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pipes_of_children_started_between_and_during_samples_come_to_their_end()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Children", "100") with { Interval = 0.01 }, async run =>
        {
            await run.SampleSomewhile();
            run.Say();
            await run.Line("children done");
            run.Say();
        });

        Twice.AssertSame(both);
        Assert.Contains("100 of 100 children ran right", System.Text.Encoding.UTF8.GetString(both.Sampled.Output), StringComparison.Ordinal);
    }

    private static Task SampleIfSampled(TargetRun run) => run.SampleIfSampled(10);
}
