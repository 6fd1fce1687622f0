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

    [Fact]
    public async Task A_target_that_switches_startup_hooks_off_runs_unsampled_and_one_line_says_so()
    {
        await using TargetRun run = TargetRun.Start(Launch.Of("NoHooks"));
        int status = await run.Exit();

        Assert.Equal(6, status);
        Assert.Equal("entry assembly: NoHooks, Version=0.1.0.0, Culture=neutral, PublicKeyToken=null\n", run.Output.Text);
        string line = Assert.Single(run.Error.Lines);
        Assert.StartsWith("[Tripod] Not sampling ", line, StringComparison.Ordinal);
        Assert.Contains("set System.StartupHookProvider.IsSupported to true", line, StringComparison.Ordinal);
        Assert.Empty(run.LogPath);
    }

    private static async Task SampleAndSay(TargetRun run)
    {
        await run.SampleSomewhile();
        run.Say();
    }
}
