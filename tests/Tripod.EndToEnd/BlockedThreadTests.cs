using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class BlockedThreadTests
{
    private static readonly string[] Waiters = ["sleeper", "lock waiter", "socket reader", "task waiter"];

    [Theory]
    [InlineData("sleeper", "Nap", "Thread.Sleep(howLong);", "howLong", "2:00:00")]
    [InlineData("lock waiter", "PassThrough", "lock (Door)", "doorNumber", "17")]
    [InlineData("socket reader", "ReadFromPeer", "peer.Receive(buffer);", "expectedBytes", "12")]
    [InlineData("task waiter", "AwaitParcel", "Parcel.Task.Wait();", "when", "\"tomorrow\"")]
    public async Task A_blocked_thread_shows_where(string thread, string method, string line, string argument, string value)
    {
        LoggedSample sample = await SampleOfAll();

        LoggedFrame frame = sample.Thread(thread).Frames.Single(frame => frame.Method.EndsWith("Program." + method, StringComparison.Ordinal));
        Assert.Equal(line, frame.SourceText);
        Assert.Contains(value, frame.Arguments[argument], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sleeper", "sleep")]
    [InlineData("lock waiter", "lock")]
    [InlineData("socket reader", "socket")]
    [InlineData("task waiter", "task")]
    public async Task A_blocked_thread_says_in_what_it_waits(string thread, string what)
    {
        LoggedSample sample = await SampleOfAll();

        Assert.Contains("waiting", sample.Thread(thread).Heading, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(what, sample.Thread(thread).Heading, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_thread_is_in_the_brief_part_and_in_the_full_part()
    {
        LoggedSample sample = await SampleOfAll();

        Assert.All(Waiters, name => Assert.Contains(sample.Brief, thread => thread.Name == name));
        Assert.All(Waiters, name => Assert.Contains(sample.Full, thread => thread.Name == name));
    }

    /// <summary>The first sample in which the four threads have come where they wait for good.</summary>
    private static async Task<LoggedSample> SampleOfAll()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Blocked"));
        return await run.Sample(sample => Waiters.All(name => sample.TryThread(name) is { } thread && Waits(thread)));
    }

    private static bool Waits(LoggedThread thread) =>
        thread.Frames.Any(frame => frame.SourceText is "Thread.Sleep(howLong);" or "lock (Door)" or "peer.Receive(buffer);" or "Parcel.Task.Wait();");
}
