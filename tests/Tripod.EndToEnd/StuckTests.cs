using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class StuckTests
{
    [Fact]
    public async Task A_deadlock_stands_behind_the_brief_stacks_with_who_holds_what()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Stuck"));
        LoggedSample sample = await run.Sample(sample => sample.Text.Contains("Deadlock:", StringComparison.Ordinal));

        int ann = sample.Thread("from Ann").ManagedId, bob = sample.Thread("from Bob").ManagedId;
        string[] lines = sample.Text.Split('\n');
        int title = Array.IndexOf(lines, "Deadlock: 2 threads wait for each other, and none can go on");
        Assert.Equal($"  Thread {ann} \"from Ann\" is waiting for lock <Account @1> held by thread {bob} \"from Bob\"", lines[title + 1]);
        Assert.EndsWith("in Stuck.Program.Transfer", lines[title + 2], StringComparison.Ordinal);
        Assert.Equal("      lock (to)", lines[title + 3]);
        Assert.Equal($"  Thread {bob} \"from Bob\" is waiting for lock <Account @2> held by thread {ann} \"from Ann\"", lines[title + 4]);
        int threads = Array.FindIndex(lines, line => LineKinds.Thread().IsMatch(line)), full = Array.IndexOf(lines, LineKinds.FullTitle);
        Assert.InRange(title, threads, full);
        Assert.InRange(Array.IndexOf(lines, $"  Thread {ann} \"from Ann\" is waiting for lock <Account @1> held by thread {bob} \"from Bob\"", title + 5), title, full);
        Assert.Contains($"waiting for lock <Account @1> held by thread {bob} \"from Bob\"", sample.Full.Single(thread => thread.Name == "from Ann").Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pending_async_work_stands_behind_the_brief_stacks_and_again_with_its_variables()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Stuck"));
        LoggedSample sample = await run.Sample(sample => sample.Text.Contains("async work with local variables:", StringComparison.Ordinal));

        int stacks = sample.Text.IndexOf("\nThread ", StringComparison.Ordinal);
        int brief = sample.Text.IndexOf("\nPending async work, on no thread's stack: 100 chains\n  100 chains alike, waiting for a task that other code completes", StringComparison.Ordinal);
        int full = sample.Text.IndexOf('\n' + LineKinds.FullTitle, StringComparison.Ordinal);
        int variables = sample.Text.IndexOf("      Local variables:\n        table = \"table 1\"\n", StringComparison.Ordinal);
        Assert.True(stacks > 0 && stacks < brief && brief < full && full < variables, sample.Text);
        Assert.Contains("      int dishes = await Ask(table);\n", sample.Text[brief..full], StringComparison.Ordinal);
    }
}
