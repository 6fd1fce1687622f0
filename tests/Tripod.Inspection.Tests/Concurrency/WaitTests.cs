using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Concurrency;

public class WaitTests
{
    private static readonly string[] Waiters = ["monitor", "lock", "try", "writer", "reader", "semaphore", "event", "pulse", "join"];

    public static TheoryData<string> Builds => WaitsTarget.Builds;

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_waiting_thread_says_for_what_and_who_holds_it(string build)
    {
        Sample sample = WaitsTarget.Read(build, IsSettled, "locks");
        int holder = sample.Thread("holder").ManagedId;

        Assert.Equal(Held("Account @1"), sample.Thread("monitor").Wait);
        Assert.Equal(Held("Lock @2"), sample.Thread("lock").Wait);
        Assert.Equal(Held("Account @1") with { IsEndless = false }, sample.Thread("try").Wait);
        Assert.Equal(Held("ReaderWriterLockSlim @3") with { Holder = null, HolderName = null, State = "held by 1 reader" }, sample.Thread("writer").Wait);
        Assert.Equal(Held("ReaderWriterLockSlim @4"), sample.Thread("reader").Wait);
        Assert.Equal(new ThreadWait { What = "SemaphoreSlim @5", State = "0 free, 1 thread waiting" }, sample.Thread("semaphore").Wait);
        Assert.Equal(new ThreadWait { What = "ManualResetEventSlim @6" }, sample.Thread("event").Wait);
        Assert.Equal(new ThreadWait { What = "object @7" }, sample.Thread("pulse").Wait);
        Assert.Equal(Held("Thread @8"), sample.Thread("join").Wait);
        Assert.Empty(sample.Deadlocks);

        ThreadWait Held(string what) => new() { What = what, Holder = holder, HolderName = "holder", IsEndless = true };
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_thread_that_sleeps_between_two_spins_says_for_which_lock(string build)
    {
        Sample sample = WaitsTarget.Read(build, sample => Has(sample, "spin") && Has(sample, "anonymous"), "locks");

        Assert.Equal(("lock", "holder", null), Of("spin"));
        Assert.Equal(("lock", null, "held, it is not kept by whom"), Of("anonymous"));
        Assert.StartsWith("SpinLock @", sample.Thread("spin").Wait!.What, StringComparison.Ordinal);

        static bool Has(Sample sample, string name) => sample.Threads.Any(thread => thread.Name == name && thread.Wait is not null);
        (string?, string?, string?) Of(string name) => (sample.Thread(name).WaitingIn, sample.Thread(name).Wait?.HolderName, sample.Thread(name).Wait?.State);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_thread_that_blocks_on_a_task_names_the_method_and_its_chain_names_the_thread(string build)
    {
        Sample sample = WaitsTarget.Read(build, sample => sample.Pending!.Chains is [{ BlockedThreads.Count: 1 }], "blocked");

        ThreadStack thread = sample.Thread("blocked");
        Assert.Equal(new ThreadWait { What = "InspectWaits.Pool.Load", IsEndless = true }, thread.Wait);
        AsyncChain chain = Assert.Single(sample.Pending!.Chains);
        Assert.Equal([thread.ManagedId], chain.BlockedThreads);
        Assert.Equal("InspectWaits.Pool.Load", Assert.Single(chain.Frames).Method);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void Sync_over_async_on_a_starved_pool_is_said(string build)
    {
        Sample sample = WaitsTarget.Read(build, sample => sample.StarvedPool is { Blocked: 4 }, "starved");
        Assert.Equal(new StarvedPool(Blocked: 4, Threads: 4, Queued: 25), sample.StarvedPool);
    }

    [Fact]
    public void A_pool_with_nothing_to_do_is_not_starved() =>
        Assert.Null(WaitsTarget.Read("InspectWaits", _ => true, "chains").StarvedPool);

    private static bool IsSettled(Sample sample) => Array.TrueForAll(Waiters, name => sample.Threads.Any(thread => thread.Name == name && thread.Wait is not null));
}
