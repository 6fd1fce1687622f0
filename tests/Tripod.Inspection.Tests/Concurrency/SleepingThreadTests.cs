using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Concurrency;

public class SleepingThreadTests
{
    private static readonly string[] Waiters = ["monitor", "lock", "try", "writer", "reader", "semaphore", "event", "pulse", "join"];

    public static TheoryData<string> Builds => WaitsTarget.Builds;

    [Theory]
    [MemberData(nameof(Builds))]
    public void What_sleeping_threads_wait_for_is_the_same_after_all_objects_have_moved(string build)
    {
        using TargetProcess target = TargetProcess.Start(build, "locks");
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        Sample before = Settled(target, inspector, 1);
        for (long number = 1_000; number < 6_000; number += 1_000)
        {
            target.Tell("collect");
            Sample after = Settled(target, inspector, number);
            Assert.All(Waiters, name => Assert.Equal(before.Thread(name).Wait, after.Thread(name).Wait));
        }
    }

    // a thread that the last stop has woken may not be asleep again
    private static Sample Settled(TargetProcess target, Inspector inspector, long first)
    {
        long end = Environment.TickCount64 + 30_000;
        for (long number = first; ; number++)
        {
            Sample sample = Read(target, inspector, number);
            if (Array.TrueForAll(Waiters, name => sample.Threads.Any(thread => thread.Name == name && thread.Wait is not null)) || Environment.TickCount64 > end)
                return sample;
        }
    }

    // each stop wakes the threads, which the product's tracer does not: here no thread but the main one is said to run
    private static Sample Read(TargetProcess target, Inspector inspector, long number)
    {
        using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
        for (int i = 0; i < stopped.Records.Count; i++)
            stopped.Records[i] = stopped.Records[i] with { CpuTime = stopped.Records[i].Tid == target.Pid ? 0 : 1 };
        return inspector.ReadWaits(inspector.ReadStacks(stopped.Capture(number)));
    }
}
