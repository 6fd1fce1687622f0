// Threads and async methods that each wait for one known thing. Prints "ready" when all are on their way there, collects garbage when it is told to, and ends when its input does.
namespace InspectWaits;

internal static class Program
{
    private static void Main(string[] args)
    {
        object kept = args[0] switch
        {
            "locks" => Locks.Start(),
            "deadlock" => Circles.OfTwoMonitors(),
            "lock deadlock" => Circles.OfTwoLocks(),
            "three" => Circles.OfThree(),
            "timed" => Circles.WithTimeLimit(),
            "chains" => Chains.Start(),
            "many" => Chains.StartMany(int.Parse(args[1])),
            "allocating" => Chains.StartAllocating(),
            "big" => Chains.StartBig(int.Parse(args[1])),
            "blocked" => Pool.BlockOnChain(),
            "starved" => Pool.Starve(),
            "handles" => Handles.Start(),
            "joins" => Joins.Start(),
            "limits" => Limits.Start(),
            "lock and methods" => AsyncCircles.OfLockAndMethods(),
            "lock and delegate" => AsyncCircles.OfLockAndDelegate(),
            "lock and several" => AsyncCircles.OfLockAndSeveral(),
            "lock and promise" => AsyncCircles.OfLockAndPromise(),
            "joined methods" => AsyncCircles.OfJoinedMethods(),
            "methods" => AsyncCircles.OfMethods(),
            "open ends" => AsyncCircles.OpenEnds(),
            "handed over" => HandedOver.Start(),
            _ => throw new ArgumentException(args[0]),
        };
        Console.WriteLine("ready");
        while (Console.In.ReadLine() is "collect")
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            Console.WriteLine("collected");
        }
        GC.KeepAlive(kept);
        Environment.Exit(0);
    }
}
