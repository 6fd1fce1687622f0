using System.Text.RegularExpressions;
using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>What the log says of threads that wait, and of those that wait for each other by way of tasks.</summary>
public sealed partial class WaitTests
{
    [Fact]
    public async Task Threads_that_wait_for_handles_of_the_system_name_them() => Assert.Equal(
        [
            "all: waiting for WaitHandle.WaitAll of <Semaphore @4>, <AutoResetEvent @5>, <ManualResetEvent @6>",
            "any: waiting for WaitHandle.WaitAny of <ManualResetEvent @6>, <Mutex @2>",
            "auto: waiting for event <AutoResetEvent @5>",
            "barrier: waiting for barrier <Barrier @1> (1 of 3 have come)",
            "countdown: waiting for countdown <CountdownEvent @7> (2 signals missing)",
            "kernel semaphore: waiting for semaphore <Semaphore @4>",
            "manual: waiting for event <ManualResetEvent @6>",
            "mutex: waiting for mutex <Mutex @2>",
            "named: waiting for mutex <Mutex @3>",
        ],
        await WaitsOf("handles", 9));

    [Fact]
    public async Task Threads_that_wait_for_several_tasks_name_their_methods() => Assert.Equal(
        [
            "all: waiting for Task.WaitAll of 2 × <InspectWaits.Joins.Load>, <InspectWaits.Joins.Save>",
            "any: waiting for Task.WaitAny of <InspectWaits.Joins.Load>, <InspectWaits.Joins.Save>",
            "promise: waiting for task of <Task<int> @1>",
            "some time: waiting for task of <InspectWaits.Joins.Load>",
        ],
        await WaitsOf("joins", 4));

    [Fact]
    public async Task A_limit_stands_on_the_threads_line_in_the_full_part()
    {
        await using TargetRun run = await Start("joins");
        LoggedSample sample = await run.Sample(sample => sample.Full.Any(thread => thread is { Name: "some time" } && thread.Heading.Contains("task of", StringComparison.Ordinal)));
        Assert.EndsWith("waiting for task of <InspectWaits.Joins.Load>, for 01:00:00 at most", sample.Full.Single(thread => thread.Name == "some time").Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadlock_that_goes_through_tasks_shows_each_step()
    {
        await using TargetRun run = await Start("lock and methods");
        LoggedSample sample = await run.Sample(sample => sample.Text.Contains("\nDeadlock:", StringComparison.Ordinal));

        string text = sample.Text[(sample.Text.IndexOf("\nDeadlock:", StringComparison.Ordinal) + 1)..];
        text = Places().Replace(text[..text.IndexOf("\n\n", StringComparison.Ordinal)], "File");
        int blocked = sample.Thread("blocked").ManagedId, pool = int.Parse(Runner().Match(text).Groups["id"].ValueSpan, null);
        Assert.Equal($"""
            Deadlock: 2 threads and 2 tasks wait for each other, and none can go on
              Thread {blocked} "blocked" is waiting for task of <InspectWaits.AsyncCircles.Outer>
                File, in InspectWaits.AsyncCircles.BlockUnderLock
                  task.Wait(); // blocked
              Task of <InspectWaits.AsyncCircles.Outer> waits for task of <InspectWaits.AsyncCircles.Inner>
                File, in InspectWaits.AsyncCircles.Outer
                  int got = await Inner(resume); // outer
              Task of <InspectWaits.AsyncCircles.Inner> runs on thread {pool}
              Thread {pool} ".NET TP Worker" is waiting for lock <Account @1> held by thread {blocked} "blocked"
                File, in InspectWaits.AsyncCircles.Need
                  lock (Ann) // needed
            """, text);
    }

    private static Task<TargetRun> Start(string scene) => TargetRun.StartReady(Launch.Of("InspectWaitsOptimized", scene));

    private static async Task<string[]> WaitsOf(string scene, int count)
    {
        await using TargetRun run = await Start(scene);
        return Waits(await run.Sample(sample => Waits(sample).Length == count));
    }

    // where WaitAny has left its frame to what it called, the log does not say which of the two it was
    private static string[] Waits(LoggedSample sample) =>
        [.. Waiting().Matches(sample.Text.Replace("for any or all of", "for WaitHandle.WaitAny of", StringComparison.Ordinal))
            .Select(match => $"{match.Groups["name"].Value}: {match.Groups["what"].Value}").Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^  Thread \d+ ""(?<name>[^""]+)"" is (?<what>waiting for .+)$", RegexOptions.Multiline)]
    private static partial Regex Waiting();

    [GeneratedRegex(@"File ""[^""]+"", line \d+")]
    private static partial Regex Places();

    [GeneratedRegex(@"runs on thread (?<id>\d+)$", RegexOptions.Multiline)]
    private static partial Regex Runner();
}
