using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>A program that is stopped for a while, as by Ctrl+Z.</summary>
public sealed partial class StoppedTests
{
    private static readonly TimeSpan Stop = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Every_tick_is_a_sample_or_is_said_to_be_skipped()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("BusyLoop"));
        await run.MoreSamples(1);
        Processes.Stop(run.Pid);
        var time = Stopwatch.StartNew();
        await Bound.Until(() => time.Elapsed > Stop, "a second", run.Story);
        Processes.Continue(run.Pid);
        await run.MoreSamples(2);
        run.Say();
        await run.End();

        Log log = run.Log;
        Assert.Contains(log.Skips, skip => skip.EndsWith("the program was stopped, or got no processor for Tripod's thread", StringComparison.Ordinal));
        long next = 1;
        foreach (Match entry in Entry().Matches(log.Text))
            if (entry.Groups["skipped"] is { Success: true, Value: var skipped })
                next += long.Parse(skipped, CultureInfo.InvariantCulture);
            else
                Assert.Equal(next++, long.Parse(entry.Groups["number"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^\S+Z (Sample (?<number>\d+): |Skipped (?<skipped>\d+) ticks?: )", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
