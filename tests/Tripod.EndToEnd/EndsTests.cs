using System.Text;
using System.Text.RegularExpressions;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>However a sampled target ends, the world sees it end as without Tripod.</summary>
public sealed partial class EndsTests
{
    [Fact]
    public async Task An_async_Main() => await AssertSameEnd(9, Launch.Of("Ends", "async"));

    [Fact]
    public async Task FailFast() => await AssertSameEnd(134, Launch.Of("Ends", "fail-fast"));

    [Fact]
    public async Task Handlers_of_ProcessExit_run_once_and_in_order()
    {
        Outcome sampled = await AssertSameEnd(9, Launch.Of("Ends", "exit-handlers"));

        Assert.Equal("ready\nunloading\nfirst handler\nsecond handler\n", Encoding.UTF8.GetString(sampled.Output));
    }

    [Fact]
    public async Task A_foreground_thread_that_outlives_Main()
    {
        Outcome sampled = await AssertSameEnd(9, Launch.Of("Ends", "foreground-thread"), async run =>
        {
            await run.Line("main is over");
            await run.SampleIfSampled();
            run.Say();
        });

        Assert.EndsWith("the thread is over\n", Encoding.UTF8.GetString(sampled.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_pipe_at_standard_output()
    {
        Outcome sampled = await AssertSameEnd(9, Launch.Of("Ends", "broken-pipe") with { Shell = "\"$@\" | head -n 1; exit ${PIPESTATUS[0]}" });

        Assert.Equal("ready\n", Encoding.UTF8.GetString(sampled.Output));
        Assert.Contains("Broken pipe", Encoding.UTF8.GetString(sampled.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_overflow()
    {
        (Outcome plain, Outcome sampled) = await Twice.Run(Launch.Of("Ends", "stack-overflow"), SampleAndSay);

        Assert.Equal(134, plain.ExitStatus);
        Assert.Equal(134, sampled.ExitStatus);
        Assert.Equal(plain.Output, sampled.Output);
        // how deep it came hangs on where the kernel put the stack, without Tripod too
        Assert.Equal(Depth().Replace(Encoding.UTF8.GetString(plain.Error), "N times"), Depth().Replace(Encoding.UTF8.GetString(sampled.Error), "N times"));
        Assert.Contains("Stack overflow", Encoding.UTF8.GetString(sampled.Error), StringComparison.Ordinal);
    }

    private static async Task<Outcome> AssertSameEnd(int status, Launch launch, Func<TargetRun, Task>? then = null)
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(launch, async run =>
        {
            await SampleAndSay(run);
            if (then is not null)
                await then(run);
        });
        Twice.AssertSame(both);
        Assert.Equal(status, both.Sampled.ExitStatus);
        return both.Sampled;
    }

    private static async Task SampleAndSay(TargetRun run)
    {
        await run.SampleSomewhile();
        run.Say();
    }

    [GeneratedRegex("[0-9]+ times")]
    private static partial Regex Depth();
}
