using Tripod.Samples;

namespace Tripod.Inspection.Tests.Concurrency;

public class DeadlockTests
{
    public static TheoryData<string> Builds => WaitsTarget.Builds;

    [Theory]
    [MemberData(nameof(Builds))]
    public void Two_threads_with_two_monitors(string build)
    {
        Deadlock deadlock = Read(build, "deadlock");

        Assert.Equal(["left", "right"], Threads(deadlock).Select(link => link.Name));
        Assert.Equal(["right", "left"], Threads(deadlock).Select(link => link.Wait.HolderName));
        Assert.Equal(["Account @1", "Account @2"], Threads(deadlock).Select(link => link.Wait.What));
        Assert.All(deadlock.Links, link => Assert.Equal(WaitsTarget.LineOf(link.Frame!, "second account"), link.Frame!.Source!.Line));
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void Two_threads_with_two_locks(string build)
    {
        Deadlock deadlock = Read(build, "lock deadlock");

        Assert.Equal(["left", "right"], Threads(deadlock).Select(link => link.Name));
        Assert.Equal(["right", "left"], Threads(deadlock).Select(link => link.Wait.HolderName));
        Assert.Equal(["Lock @1", "Lock @2"], Threads(deadlock).Select(link => link.Wait.What));
        Assert.All(deadlock.Links, link => Assert.Equal("Enter", link.Frame!.ShortMethod));
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void Three_threads_and_a_fourth_that_only_waits(string build)
    {
        Deadlock deadlock = Read(build, "three");

        Assert.Equal(["one", "two", "three"], Threads(deadlock).Select(link => link.Name));
        Assert.Equal(["two", "three", "one"], Threads(deadlock).Select(link => link.Wait.HolderName));
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_circle_that_a_time_limit_will_break_is_none(string build)
    {
        Sample sample = WaitsTarget.Read(build, sample => sample.Threads.Count(thread => thread.Wait?.Holder is not null) == 2, "timed");

        Assert.Equal(2, sample.Threads.Count(thread => thread.Wait?.Holder is not null));
        Assert.Empty(sample.Deadlocks);
    }

    private static DeadlockThread[] Threads(Deadlock deadlock) => [.. deadlock.Links.Cast<DeadlockThread>()];

    private static Deadlock Read(string build, string scene) =>
        Assert.Single(WaitsTarget.Read(build, sample => sample.Deadlocks.Count > 0, scene).Deadlocks);
}
