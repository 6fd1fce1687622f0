using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class PauseTests
{
    private const double Interval = 0.02;
    private const int Share = 50;

    [Fact]
    public async Task After_a_pause_beyond_the_budget_the_next_sample_waits_for_fifty_times_that_pause()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("BusyLoop") with { Interval = Interval, Options = ["--max-pause", "1"] });
        await run.MoreSamples(3, IsHeld); // forking a runtime takes longer than that now and then
        IReadOnlyList<LoggedSample> samples = run.Log.Samples;

        LoggedSample[] held = [.. samples.SkipLast(1).Where(IsHeld)];
        Assert.NotEmpty(held);
        foreach (LoggedSample sample in held)
        {
            double ticks = Share * sample.Pause.TotalSeconds / Interval;
            Assert.InRange(samples.First(next => next.Number > sample.Number).Number - sample.Number, 0.99 * ticks - 1, double.MaxValue);
        }
        // the first sample takes longer to read than any pause makes the next one wait
        for (int i = 0; i < 200 && !run.Log.Skips.Any(IsForPause); i++)
            await run.MoreSamples(1);
        Assert.Contains(run.Log.Skips, skip => IsForPause(skip));
    }

    private static bool IsHeld(LoggedSample sample) => sample.Pause.TotalMilliseconds > 1.01;

    private static bool IsForPause(string skip) =>
        skip.EndsWith("the last capture held the running threads for longer than TRIPOD_MAX_PAUSE; the next one waits for 50 times as long", StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_budget_no_sample_waits()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("BusyLoop") with { Interval = Interval, Options = ["--max-pause", "0"] });
        await run.MoreSamples(5);

        Assert.DoesNotContain("TRIPOD_MAX_PAUSE", run.Log.Text, StringComparison.Ordinal);
    }
}
