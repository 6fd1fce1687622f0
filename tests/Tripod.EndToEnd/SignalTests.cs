using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>Signals do to a target that is sampled all the time what they do without Tripod.</summary>
public sealed class SignalTests
{
    private const int SIGHUP = 1, SIGINT = 2, SIGQUIT = 3, SIGUSR1 = 10, SIGTERM = 15;
    private const double Often = 0.02;

    [Theory]
    [InlineData(SIGTERM)]
    [InlineData(SIGINT)]
    [InlineData(SIGQUIT)]
    [InlineData(SIGHUP)]
    [InlineData(SIGUSR1)]
    public async Task A_signal_without_a_handler_ends_the_target(int signal)
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Signals", "unhandled") with { Interval = Often }, async run =>
        {
            await run.SampleSomewhile(10);
            run.Signal(signal);
        });

        Twice.AssertSame(both);
        Assert.Equal(128 + signal, both.Sampled.ExitStatus);
    }

    [Fact]
    public async Task Handlers_of_signals_run_once_for_each()
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Launch.Of("Signals", "handled") with { Interval = Often }, async run =>
        {
            await run.SampleSomewhile(10);
            foreach ((int signal, string name) in (IEnumerable<(int, string)>)[(SIGTERM, "SIGTERM"), (SIGINT, "SIGINT"), (SIGQUIT, "SIGQUIT"), (SIGHUP, "SIGHUP"), (SIGUSR1, "10")])
            {
                run.Signal(signal);
                await run.Line($"got {name}");
                await run.SampleIfSampled();
            }
            run.Say();
        });

        Twice.AssertSame(both);
        Assert.Equal(2, both.Sampled.ExitStatus);
    }
}
