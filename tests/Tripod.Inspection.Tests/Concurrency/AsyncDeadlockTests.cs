using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Concurrency;

public class AsyncDeadlockTests
{
    private const string Place = "InspectWaits.AsyncCircles.";

    public static TheoryData<string> Builds => WaitsTarget.Builds;

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_thread_with_a_lock_blocks_on_a_method_whose_innermost_await_resumed_into_the_lock(string build)
    {
        Deadlock deadlock = Read(build, "lock and methods");

        var blocked = Assert.IsType<DeadlockThread>(deadlock.Links[0]);
        var outer = Assert.IsType<DeadlockTask>(deadlock.Links[1]);
        var inner = Assert.IsType<DeadlockTask>(deadlock.Links[2]);
        var pool = Assert.IsType<DeadlockThread>(deadlock.Links[3]);
        Assert.Equal(4, deadlock.Links.Count);
        Assert.Equal(("blocked", Place + "Outer"), (blocked.Name, blocked.Wait.What));
        Assert.Equal((Place + "Outer", Place + "Inner"), (outer.What, outer.WaitsFor));
        Assert.Equal((Place + "Inner", pool.ManagedId), (inner.What, inner.RunsOn));
        Assert.Equal(("Account @1", "blocked"), (pool.Wait.What, pool.Wait.HolderName));
        Assert.Equal(WaitsTarget.LineOf(blocked.Frame!, "blocked"), blocked.Frame!.Source!.Line);
        Assert.Equal(WaitsTarget.LineOf(outer.Frame!, "outer"), outer.Frame!.Source!.Line);
        Assert.Equal("Need", pool.Frame!.ShortMethod);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void The_chain_names_the_thread_on_which_its_innermost_method_runs(string build)
    {
        Sample sample = WaitsTarget.Read(build, sample => sample.Deadlocks.Count > 0, "lock and methods");

        int pool = Assert.Single(sample.Threads, thread => thread is { WaitingIn: "lock" }).ManagedId;
        Assert.Equal($"{Place}Inner, which runs on thread {pool}", Assert.Single(sample.Pending!.Chains).WaitsFor);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_thread_with_a_lock_blocks_on_a_delegate_that_needs_it(string build)
    {
        Deadlock deadlock = Read(build, "lock and delegate");

        Assert.Equal(["DeadlockThread", "DeadlockTask", "DeadlockThread"], deadlock.Links.Select(link => link.GetType().Name));
        Assert.Equal(Place + "Need", ((DeadlockTask)deadlock.Links[1]).What);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void One_of_several_tasks_is_enough_if_all_are_waited_for(string build)
    {
        Deadlock deadlock = Read(build, "lock and several");

        Assert.Equal("Task.WaitAll", ((DeadlockThread)deadlock.Links[0]).Wait.What);
        Assert.Equal(Place + "Need", ((DeadlockTask)deadlock.Links[1]).What);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void The_promise_of_an_async_delegate_waits_for_it(string build)
    {
        Deadlock deadlock = Read(build, "lock and promise");

        Assert.Equal(["DeadlockThread", "DeadlockTask", "DeadlockTask", "DeadlockThread"], deadlock.Links.Select(link => link.GetType().Name));
        Assert.StartsWith("UnwrapPromise<", ((DeadlockTask)deadlock.Links[1]).What, StringComparison.Ordinal);
        Assert.Equal(((DeadlockThread)deadlock.Links[3]).ManagedId, ((DeadlockTask)deadlock.Links[2]).RunsOn);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_method_that_awaits_all_of_several_tasks_waits_for_each(string build)
    {
        var links = Read(build, "joined methods").Links.Cast<DeadlockTask>().ToDictionary(link => link.What.Split(' ')[0]);

        Assert.Equal(["AwaitBoth", "Await", "Task.WhenAll"], new[] { links[Place + "OfJoinedMethods.AwaitBoth"].Frame!.ShortMethod, links[Place + "OfJoinedMethods.Await"].Frame!.ShortMethod, links["Task.WhenAll"].What.Split(' ')[0] });
        Assert.Equal(3, links.Count);
        Assert.Equal(Place + "OfJoinedMethods.Await", links["Task.WhenAll"].WaitsFor);
        Assert.Null(links["Task.WhenAll"].Frame);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void Two_methods_that_await_each_other_need_no_thread(string build)
    {
        Deadlock deadlock = Read(build, "methods");

        Assert.Equal(2, deadlock.Links.Count);
        Assert.All(deadlock.Links.Cast<DeadlockTask>(), link => Assert.Equal(Place + "OfMethods.Await", link.WaitsFor));
        Assert.All(deadlock.Links, link => Assert.Equal(WaitsTarget.LineOf(link.Frame!, "each other"), link.Frame!.Source!.Line));
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void What_may_end_by_itself_is_no_deadlock(string build)
    {
        Sample sample = WaitsTarget.Read(build, sample => sample.Threads.Count(thread => thread is { WaitingIn: "task", Wait: not null }) == 3
            && sample.Threads.Count(thread => thread is { WaitingIn: "lock", Wait.Holder: not null }) == 2 && sample.Pending!.Problem is null, "open ends");

        Assert.Equal(3, sample.Threads.Count(thread => thread is { WaitingIn: "task", Wait: not null }));
        Assert.Equal(2, sample.Threads.Count(thread => thread is { WaitingIn: "lock", Wait.Holder: not null }));
        Assert.Empty(sample.Deadlocks);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_thread_that_has_given_its_method_to_another_does_not_hold_it_up(string build)
    {
        Sample sample = WaitsTarget.Read(build, sample => sample.Threads.Any(thread => thread is { Name: "runs on", WaitingIn: "sleep" })
            && sample.Threads.Any(thread => thread is { WaitingIn: "lock", Wait.HolderName: "blocked" })
            && sample.Threads.Any(thread => thread is { Name: "blocked", Wait: not null }), "handed over");

        Assert.Equal(Place.Replace("AsyncCircles", "HandedOver", StringComparison.Ordinal) + "Run", sample.Thread("blocked").Wait!.What);
        Assert.Contains(sample.Threads, thread => thread is { WaitingIn: "lock", Wait.HolderName: "blocked" });
        Assert.Empty(sample.Deadlocks);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_starved_pool_is_no_deadlock(string build)
    {
        Sample sample = WaitsTarget.Read(build, sample => sample.StarvedPool is { Blocked: 4 }, "starved");

        Assert.NotNull(sample.StarvedPool);
        Assert.Empty(sample.Deadlocks);
    }

    private static Deadlock Read(string build, string scene) =>
        Assert.Single(WaitsTarget.Read(build, sample => sample.Deadlocks.Count > 0, scene).Deadlocks);
}
