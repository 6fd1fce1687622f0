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

    private static async Task SampleIfSampled(TargetRun run)
    {
        if (run.Launch.Sampled)
            await run.MoreSamples(10);
    }
}
