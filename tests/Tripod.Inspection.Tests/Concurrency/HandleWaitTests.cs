using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Concurrency;

public class HandleWaitTests
{
    private static readonly string[] Waiters = ["mutex", "named", "kernel semaphore", "auto", "manual", "any", "all", "barrier", "countdown"];

    public static TheoryData<string> Builds => WaitsTarget.Builds;

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_thread_that_waits_for_what_has_no_owner_to_tell_names_the_thing(string build)
    {
        Sample sample = WaitsTarget.Read(build, IsSettled, "handles");

        Assert.Equal(("mutex", new ThreadWait { What = "Mutex @2" }), Of("mutex"));
        Assert.Equal(("mutex", new ThreadWait { What = "Mutex @3" }), Of("named"));
        Assert.Equal(("semaphore", new ThreadWait { What = "Semaphore @4" }), Of("kernel semaphore"));
        Assert.Equal(("event", new ThreadWait { What = "AutoResetEvent @5" }), Of("auto"));
        Assert.Equal(("event", new ThreadWait { What = "ManualResetEvent @6" }), Of("manual"));
        Assert.Equal(("barrier", new ThreadWait { What = "Barrier @1", State = "1 of 3 have come", IsEndless = false }), Of("barrier"));
        Assert.Equal(("countdown", new ThreadWait { What = "CountdownEvent @7", State = "2 signals missing" }), Of("countdown"));
        Assert.Empty(sample.Deadlocks);

        (string?, ThreadWait?) Of(string name) => (sample.Thread(name).WaitingIn, sample.Thread(name).Wait);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_thread_that_waits_for_several_handles_names_them_all(string build)
    {
        Sample sample = WaitsTarget.Read(build, IsSettled, "handles");

        Assert.Equal([new WaitPart("ManualResetEvent @6"), new WaitPart("Mutex @2")], sample.Thread("any").Wait!.Parts);
        Assert.Equal([new WaitPart("Semaphore @4"), new WaitPart("AutoResetEvent @5"), new WaitPart("ManualResetEvent @6")], sample.Thread("all").Wait!.Parts);
        Assert.Contains(sample.Thread("any").Wait!.What, (string[])["WaitHandle.WaitAny", "any or all"]);
        Assert.Contains(sample.Thread("all").Wait!.What, (string[])["WaitHandle.WaitAll", "any or all"]);
    }

    [Fact]
    public void Without_a_look_at_the_heap_the_kind_of_a_handle_is_not_told()
    {
        Sample sample = WaitsTarget.Read("InspectWaits", new Limits { AsyncTime = 0 }, sample => sample.Threads.Any(thread => thread is { Name: "mutex", WaitingIn: not null }), "handles");

        Assert.Equal("wait handle", sample.Thread("mutex").WaitingIn);
        Assert.Null(sample.Thread("mutex").Wait);
    }

    private static bool IsSettled(Sample sample) => Array.TrueForAll(Waiters, name => sample.Threads.Any(thread => thread.Name == name && thread.Wait is not null));
}
