using System.Text;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>Every kind of target runs as it runs without Tripod, and is sampled if it can be.</summary>
public sealed class TargetKindTests
{
    [Fact]
    public async Task An_apphost()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.OfApphost("Exits", "return", "3", "wait"), SampleAndSay);

        Twice.AssertSame(both);
        Assert.Equal(3, both.Sampled.ExitStatus);
    }

    [Fact]
    public async Task A_web_application_that_answers_while_it_is_sampled()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Web"), SampleAndSay);

        Twice.AssertSame(both);
        Assert.Equal(4, both.Sampled.ExitStatus);
        string output = Encoding.UTF8.GetString(both.Sampled.Output);
        Assert.Contains("Hello, world\n", output, StringComparison.Ordinal);
        Assert.Contains("server GC: True\n", output, StringComparison.Ordinal);
    }

    private static async Task SampleAndSay(TargetRun run)
    {
        await run.SampleSomewhile();
        run.Say();
    }
}
