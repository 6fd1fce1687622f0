using System.Globalization;
using System.Text.RegularExpressions;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed partial class InterruptionTests
{
    private const int Samples = 200;

    [Fact]
    public async Task No_system_call_is_interrupted_in_200_samples()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Interruptions") with { Interval = 0.05 });
        await run.MoreSamples(Samples);
        run.Say();
        await run.End();

        IReadOnlyList<Match> counts = Count().Matches(run.Output.Text);
        Assert.Equal(["epoll_wait", "recv", "nanosleep", "sigtimedwait"], counts.Select(count => count.Groups["call"].Value));
        Assert.All(counts, count => Assert.Equal("0", count.Groups["interrupted"].Value));
        // each call waits 20 ms: fewer calls than samples would mean that it was hardly ever caught waiting
        Assert.All(counts, count => Assert.InRange(int.Parse(count.Groups["calls"].Value, CultureInfo.InvariantCulture), Samples, int.MaxValue));
    }

    [GeneratedRegex(@"^(?<call>\w+): (?<interrupted>\d+) interrupted of (?<calls>\d+) calls$", RegexOptions.Multiline)]
    private static partial Regex Count();
}
