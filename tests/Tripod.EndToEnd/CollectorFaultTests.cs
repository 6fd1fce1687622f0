using System.Diagnostics;
using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>What is lost of a sample whose collector crashes or hangs when the stacks are on disk. The fault is a signal that comes in the middle of a sample.</summary>
public sealed class CollectorFaultTests
{
    private const string DeadlockTitle = "\nDeadlock: ";
    private const string PendingTitle = "\nPending async work, on no thread's stack: 100 chains";
    private const string FullTitle = "\n" + LineKinds.FullTitle;
    private static readonly string[] Titles = [DeadlockTitle, PendingTitle, FullTitle];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_crash_while_waits_or_async_work_or_variables_are_read_costs_the_rest_of_that_sample_alone(int partsOnDisk)
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Stuck"));
        await run.MoreSamples(1);
        long number = await Interrupt(run, partsOnDisk);
        Processes.Kill(run.Collector!.Pid);

        await AssertRest(run, number, partsOnDisk, "the collector ended unexpectedly; it is started again");
    }

    [Fact]
    public async Task A_collector_that_hangs_while_variables_are_read_costs_the_rest_of_that_sample_alone()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Stuck") with { Options = ["--deadline", "5"] });
        await run.MoreSamples(1);
        long number = await Interrupt(run, partsOnDisk: 2);

        await AssertRest(run, number, partsOnDisk: 2, "the collector did not finish the sample before its deadline and was ended; TRIPOD_DEADLINE sets the deadline");
    }

    [Fact]
    public async Task A_collector_that_crashes_in_each_sample_is_started_more_and_more_rarely()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Stuck"));
        long number = 0;
        for (int inRow = 0, whole = 0; inRow < 4;)
        {
            number = await Interrupt(run, _ => true);
            int before = whole;
            whole = run.Log.Samples.Count;
            inRow = whole == before ? inRow + 1 : 1; // a collector that was too quick for us counts as one that works again
            Processes.Kill(run.Collector!.Pid);
        }
        LoggedSample next = await run.Sample(_ => true, after: number);

        // after 0.1 s, 0.2, 0.4 and 0.8; a tick is 0.1 s
        Assert.InRange(next.Number - number, 8, long.MaxValue);
        Assert.Contains(run.Log.Skips, skip => skip.EndsWith("the collector waits before it is started again after a failure", StringComparison.Ordinal));
        run.Say();
        Assert.Equal(0, (await run.End()).ExitStatus);
    }

    private static Task<long> Interrupt(TargetRun run, int partsOnDisk) =>
        Interrupt(run, open => Titles.TakeWhile(title => open.Contains(title, StringComparison.Ordinal)).Count() == partsOnDisk);

    /// <summary>Stops the collector within a sample whose stacks are on disk.</summary>
    /// <param name="run">The run.</param>
    /// <param name="wanted">What of the sample shall be on disk.</param>
    /// <returns>The sample's number.</returns>
    private static async Task<long> Interrupt(TargetRun run, Func<string, bool> wanted)
    {
        long number = 0;
        await Bound.Until(() => (number = TryInterrupt(run, wanted)) > 0, "a sample that is on disk in part", run.Story);
        return number;
    }

    // Whatever the collector does in the moment until the signal has stopped it: what is in the log then is looked at.
    private static long TryInterrupt(TargetRun run, Func<string, bool> wanted)
    {
        if (run.Collector is not { } collector || !HasGrown(run.LogPath))
            return 0;
        Processes.Stop(collector.Pid);
        while (Processes.State(collector.Pid) is 'R' or 'S' or 'D')
            Thread.Yield();
        Log log = run.Log;
        if (log.Begun is { } number && wanted(log.Of(number)))
            return number;
        Processes.Continue(collector.Pid);
        return 0;
    }

    // not by a sleep: the parts of a sample come within milliseconds
    private static bool HasGrown(string path)
    {
        var file = new FileInfo(path);
        var watch = Stopwatch.StartNew();
        for (long length = file.Length; file.Length == length; file.Refresh())
            if (watch.Elapsed.TotalSeconds > 1)
                return false;
        return true;
    }

    private static async Task AssertRest(TargetRun run, long number, int partsOnDisk, string reason)
    {
        LoggedSample next = await run.Sample(_ => true, after: number);
        Log log = run.Log;
        string begun = log.Of(number);
        Assert.Contains("\nThread 1 (OS ", begun, StringComparison.Ordinal);
        Assert.Equal(Titles[..partsOnDisk], Titles.Where(title => begun.Contains(title, StringComparison.Ordinal)));
        Assert.Equal($"Skipped the rest of sample {number}, all variables included: {reason}", Assert.Single(log.Skips, skip => skip.Contains("the rest of", StringComparison.Ordinal))[25..]);
        Assert.All(Titles, title => Assert.Contains(title, next.Text, StringComparison.Ordinal));
        Assert.Contains(next.Full, thread => thread.Frames.Any(frame => frame.Locals.ContainsKey("orders")));
        run.Say();
        Outcome outcome = await run.End();
        Assert.Equal((0, 0), (outcome.ExitStatus, outcome.Error.Length));
    }
}
