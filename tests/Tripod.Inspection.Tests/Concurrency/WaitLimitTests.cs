using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Concurrency;

public class WaitLimitTests
{
    private static readonly string[] Waiters =
    [
        "sleep", "join", "monitor", "pulse", "semaphore", "event", "handle", "countdown", "barrier", "reader", "lock",
        "task", "all", "any", "handles", "span", "delay",
    ];

    // the class library's code keeps the argument of these
    private static readonly string[] Told = ["semaphore", "event", "countdown", "task", "all", "any", "span", "delay"];

    public static TheoryData<string> Builds => WaitsTarget.Builds;

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_limit_is_told_exactly_or_not_at_all(string build)
    {
        Sample sample = WaitsTarget.Read(build, IsSettled, "limits");
        for (int i = 0; i < Waiters.Length; i++)
        {
            TimeSpan limit = TimeSpan.FromHours(1) + TimeSpan.FromMilliseconds(i + 1);
            Assert.Contains(sample.Thread(Waiters[i]).WaitLimit, Told.Contains(Waiters[i]) ? [limit] : (TimeSpan?[])[null, limit]);
        }
    }

    private static bool IsSettled(Sample sample) => Array.TrueForAll(Waiters, name => sample.Threads.Any(thread => thread.Name == name && thread.WaitingIn is not null));
}
