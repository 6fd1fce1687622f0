using Tripod.Samples;
using static Tripod.Log.Tests.Samples;

namespace Tripod.Log.Tests.Text;

public class WaitsTests
{
    private static readonly ThreadWait Left = new() { What = "Account @1", Holder = 5, HolderName = "Transfer B", IsEndless = true };
    private static readonly ThreadWait Right = new() { What = "Account @2", Holder = 4, HolderName = "Transfer A", IsEndless = true };

    private static readonly AsyncChain Alike = new()
    {
        Count = 1_000,
        WaitsFor = "Task.Delay of 00:30:00",
        Frames = [At("Shop.Poll", 12, "await Task.Delay(pause);", Var("pause", new Scalar("0:30:00"))), At("Shop.Serve", 30, "await Poll(pause);", Var("user", Quote("Ann")))],
        OmittedFrames = 2,
    };

    private static readonly AsyncChain Joined = new()
    {
        Join = "Task.WhenAll",
        BlockedThreads = [6],
        Frames = [At("Shop.All", 41, "await Task.WhenAll(parts);")],
        Branches =
        [
            Alike with { Count = 2, OmittedFrames = 0 },
            new AsyncChain { WaitsFor = "a socket", Frames = [Library("System.Net.Http.HttpConnection.SendAsync")] },
            new AsyncChain { WaitsFor = "SemaphoreSlim.WaitAsync" },
        ],
    };

    private static readonly Sample Stuck = Of(1,
        Waiting(4, "Transfer A", "lock", Left),
        Waiting(5, "Transfer B", "lock", Right),
        Waiting(6, "Sync", "task", new ThreadWait { What = "Shop.All", IsEndless = true }),
        Waiting(7, "Stop", "join", new ThreadWait { What = "Thread @3", Holder = 4, HolderName = "Transfer A" }),
        Waiting(8, "Reports", "lock", new ThreadWait { What = "ReaderWriterLockSlim @4", State = "held by 2 readers" }),
        Waiting(9, "Mail", "semaphore", null),
        Waiting(10, "Press", "task", new ThreadWait { What = "Task.WaitAll", Parts = [new WaitPart("Shop.Print", 1_000), new WaitPart("Shop.Fold")] }),
        Waiting(11, "Books", "task", new ThreadWait { What = "Shop.All", IsEndless = true })) with
    {
        Deadlocks = [new Deadlock([
            new DeadlockThread(4, "Transfer A", "lock", Left, At("Shop.Transfer", 7, "lock (to)")),
            new DeadlockThread(5, "Transfer B", "lock", Right, At("Shop.Transfer", 7, "lock (to)"))])],
        StarvedPool = new StarvedPool(Blocked: 8, Threads: 8, Queued: 1_234),
        Pending = new PendingWork { Chains = [Alike, Joined], OmittedKinds = 3 },
    };

    [Fact]
    public void A_night_with_deadlocks_and_async_work_reads_well()
    {
        Sample next = Stuck with { Number = 2, Time = Stuck.Time.AddSeconds(5) };
        Approved.Check("waits", Printed.Entries([.. Parts(Stuck), new SampleVariables(Timed(Stuck).Took(44)), .. Parts(next), new SampleVariables(Timed(next).Took(30))]));
    }

    [Fact]
    public void What_the_heap_tells_of_waits_stands_before_the_async_work()
    {
        var through = new Deadlock([
            new DeadlockThread(6, "Sync", "task", new ThreadWait { What = "Shop.All", IsEndless = true }, At("Shop.Main", 50, "All().Wait();")),
            new DeadlockTask("Shop.All", "Shop.Load", null, At("Shop.All", 41, "await Load();")),
            new DeadlockTask("Shop.Load", null, 9, null),
            new DeadlockThread(9, "Mail", "lock", new ThreadWait { What = "Shop @9", Holder = 6, HolderName = "Sync", IsEndless = true }, null)]);
        var alone = new Deadlock([new DeadlockTask("Shop.Me", "Shop.Me", null, null)]);
        ThreadStack[] threads = [.. Stuck.Threads.Select(thread => thread.ManagedId == 9 ? thread with { Wait = new ThreadWait { What = "Semaphore @12" } } : thread)];
        Sample found = Stuck with { Threads = threads, Deadlocks = [.. Stuck.Deadlocks, through, alone] };
        string text = Printed.Entries(new SampleStacks(Brief(Stuck)), new SampleWaits(Stuck with { Pending = null }), new SamplePending(found));
        Approved.Check("heap-waits", text[text.IndexOf("Deadlock: 2 threads and 2 tasks", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void A_sample_whose_waits_were_lost_is_ended_and_has_its_stacks()
    {
        string text = Printed.Entries(new SampleStacks(Brief(Stuck)), new Note(Stuck.Time, "it fell"));
        Assert.Contains("Thread 4 \"Transfer A\" (OS 4715), foreground, waiting in lock\n  File", text, StringComparison.Ordinal);
        Assert.Contains("\n--------------------------------------------------------------------------------\n2026-11-21T02:31:33.123Z Note: it fell\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_that_has_moved_is_told_anew()
    {
        Sample next = Stuck with { Number = 2, Pending = new PendingWork { Chains = [Alike with { Count = 999 }] } };
        string text = Printed.Entries(new SampleStacks(Stuck), new SamplePending(Stuck), new SampleVariables(Stuck), new SampleStacks(next), new SamplePending(next));
        Assert.Contains("  999 chains alike, waiting for Task.Delay of 00:30:00:\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_has_changed_is_told_anew_though_the_chain_stands_still()
    {
        AsyncChain later = Alike with { Frames = [At("Shop.Poll", 12, "await Task.Delay(pause);", Var("pause", new Scalar("1:00:00"))), Alike.Frames[1]] };
        Sample first = Stuck with { Pending = new PendingWork { Chains = [Alike] } }, next = first with { Number = 2, Pending = new PendingWork { Chains = [later] } };
        string text = Printed.Entries(
            new SampleStacks(first), new SamplePending(first), new SampleVariables(first),
            new SampleStacks(next), new SamplePending(next), new SampleVariables(next));
        Assert.Contains("on no thread's stack: 1,000 chains, unchanged", text, StringComparison.Ordinal);
        Assert.Contains("Arguments: Poll()\n      Local variables:\n        pause = 1:00:00\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_looked_for_is_said()
    {
        Sample none = Stuck with { Pending = new PendingWork { Problem = "a garbage collection was running" } };
        Sample some = Stuck with { Pending = new PendingWork { Chains = [Alike], Problem = "there was no time to look through the whole heap (limit: 1000 ms)" } };
        Assert.Contains("Note: pending async work is left out: a garbage collection was running\n", Printed.Entries(new SampleStacks(none), new SamplePending(none)), StringComparison.Ordinal);
        Assert.Contains("Note: pending async work may be missing: there was no time to look", Printed.Entries(new SampleStacks(some), new SamplePending(some)), StringComparison.Ordinal);
    }

    private static Sample Brief(Sample sample) => sample with
    {
        Threads = [.. sample.Threads.Select(thread => thread with { Wait = null })],
        Deadlocks = [],
        StarvedPool = null,
        Pending = null,
    };

    private static LogEntry[] Parts(Sample sample) =>
        [new SampleStacks(Brief(sample)), new SampleWaits(sample with { Pending = null }), new SamplePending(sample)];

    private static Sample Timed(Sample sample) => sample with
    {
        Threads = [.. sample.Threads.Select(thread => thread.ManagedId == 10 ? thread with { WaitLimit = TimeSpan.FromMilliseconds(90_500) } : thread)],
    };

    private static ThreadStack Waiting(int id, string name, string word, ThreadWait? wait) => new()
    {
        ManagedId = id,
        OsId = 4711 + id,
        Name = name,
        Activity = ThreadActivity.Waiting,
        WaitingIn = word,
        Wait = wait,
        Frames = [Fetch()],
    };

    private static Frame At(string method, int line, string text, params Variable[] locals) => new()
    {
        Method = method,
        ShortMethod = method[(method.LastIndexOf('.') + 1)..],
        Source = new SourceLine("/app/Shop.cs", line, text),
        Locals = locals,
    };
}
