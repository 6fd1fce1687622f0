using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>A target whose standard streams were closed by whoever started it.</summary>
public sealed class StreamTests
{
    private const int SIGUSR1 = 10;
    private const string Report = "report";

    [Theory]
    [InlineData("<&-")]
    [InlineData(">&-")]
    [InlineData("2>&-")]
    [InlineData("<&- >&- 2>&-")]
    public async Task It_has_them_as_without_Tripod(string closed)
    {
        List<string> reports = [];
        Launch launch = Launch.Of("Streams", Report) with { Shell = $"exec \"$@\" {closed}", HasBanner = !closed.Contains("2>&-", StringComparison.Ordinal) };

        Twice.AssertSame(await Twice.Run(launch, async run =>
        {
            string report = Path.Combine(run.Scratch.Work, Report);
            await Bound.Until(() => File.Exists(report), "the target's report", run.Story);
            await run.SampleIfSampled();
            reports.Add(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
            run.Signal(SIGUSR1);
        }));
        Assert.Equal(reports[0], reports[1]);
    }
}
