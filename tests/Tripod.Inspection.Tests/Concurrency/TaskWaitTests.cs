using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Concurrency;

public class TaskWaitTests
{
    private static readonly string[] Waiters = ["all", "any", "some time", "promise"];

    public static TheoryData<string> Builds => WaitsTarget.Builds;

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_thread_that_waits_for_all_of_several_tasks_names_those_that_are_pending(string build)
    {
        ThreadWait wait = Read(build).Thread("all").Wait!;

        Assert.Equal("Task.WaitAll", wait.What);
        Assert.Equal([new WaitPart("InspectWaits.Joins.Load", 2), new WaitPart("InspectWaits.Joins.Save")], wait.Parts.OrderBy(part => part.What));
        Assert.True(wait.IsEndless);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_thread_that_waits_for_any_of_several_tasks_names_them(string build)
    {
        ThreadWait wait = Read(build).Thread("any").Wait!;

        Assert.Equal("Task.WaitAny", wait.What);
        Assert.Equal([new WaitPart("InspectWaits.Joins.Load"), new WaitPart("InspectWaits.Joins.Save")], wait.Parts.OrderBy(part => part.What));
        Assert.False(wait.IsEndless);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_thread_that_waits_for_a_task_for_some_time_only_says_so(string build)
    {
        ThreadStack thread = Read(build).Thread("some time");

        Assert.Equal(new ThreadWait { What = "InspectWaits.Joins.Load" }, thread.Wait);
        Assert.Equal(TimeSpan.FromHours(1), thread.WaitLimit);
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_wait_without_a_limit_shows_none(string build) =>
        Assert.All(Read(build).Threads.Where(thread => thread.Name != "some time"), thread => Assert.Null(thread.WaitLimit));

    [Theory]
    [MemberData(nameof(Builds))]
    public void Chains_on_which_threads_block_in_WaitAll_and_WaitAny_name_them(string build)
    {
        Sample sample = Read(build);
        int all = sample.Thread("all").ManagedId, any = sample.Thread("any").ManagedId;

        Assert.Equal(3, sample.Pending!.Chains.Where(chain => chain.BlockedThreads.Contains(all)).Sum(chain => chain.Count));
        AsyncChain joined = Assert.Single(sample.Pending.Chains, chain => chain.BlockedThreads.Contains(any));
        Assert.Equal(("Task.WhenAny", 2), (joined.Join, joined.Branches.Sum(branch => branch.Count)));
    }

    private static Sample Read(string build) =>
        WaitsTarget.Read(build, sample => Array.TrueForAll(Waiters, name => sample.Threads.Any(thread => thread.Name == name && thread.Wait is not null)), "joins");
}
