namespace InspectWaits;

// Circles, and what only looks like one, that go through tasks.
internal static class AsyncCircles
{
    private static readonly Account Ann = new("Ann");
    private static readonly SemaphoreSlim One = new(1);
    private static readonly List<object> Kept = [];

    // a thread holds a lock and blocks on a task, whose innermost method needs the lock
    public static object OfLockAndMethods()
    {
        var resume = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        InspectWaits.Start.Thread("blocked", () => BlockUnderLock(() => Outer(resume.Task), resume));
        return resume;
    }

    // the same with a delegate on the pool
    public static object OfLockAndDelegate()
    {
        InspectWaits.Start.Thread("blocked", () => BlockUnderLock(() => Task.Run(Need), null));
        return Ann;
    }

    // the same with one of several tasks
    public static object OfLockAndSeveral()
    {
        InspectWaits.Start.Thread("blocked", WaitForAllUnderLock);
        return Ann;
    }

    // the same with an async delegate on the pool, of whose task the caller has but a promise
    public static object OfLockAndPromise()
    {
        InspectWaits.Start.Thread("blocked", () => BlockUnderLock(() => Task.Run(NeedLater), null));
        return Ann;

        static async Task NeedLater()
        {
            await Task.Yield();
            Need();
        }
    }

    // one awaits the other together with something else
    public static object OfJoinedMethods()
    {
        var ready = new TaskCompletionSource();
        Task[] two = new Task[2];
        two[0] = AwaitBoth();
        two[1] = Await();
        ready.SetResult();
        return two;

        async Task AwaitBoth()
        {
            await ready.Task;
            await Task.WhenAll(Task.Delay(Timeout.Infinite), two[1]); // both
        }

        async Task Await()
        {
            await ready.Task;
            await two[0]; // the first
        }
    }

    // two async methods that await each other; no thread has to do with it
    public static object OfMethods()
    {
        var ready = new TaskCompletionSource();
        Task[] two = new Task[2];
        two[0] = Await(1);
        two[1] = Await(0);
        ready.SetResult();
        return two;

        async Task Await(int other)
        {
            await ready.Task;
            await two[other]; // each other
        }
    }

    // looks alike, but none of these is known to last for ever
    public static object OpenEnds()
    {
        InspectWaits.Start.Thread("timed", () => BlockForAnHour(Need));
        Task[] two = new Task[2];
        var ready = new TaskCompletionSource();
        two[0] = Await(1);
        two[1] = AwaitForAnHour(0);
        ready.SetResult();
        InspectWaits.Start.Thread("semaphore", BlockUnderSemaphore);
        InspectWaits.Start.Thread("any", WaitForAnyUnderLock);
        Task[] others = new Task[2];
        var go = new TaskCompletionSource();
        others[0] = AwaitEither();
        others[1] = AwaitFirst();
        go.SetResult();
        return (two, others);

        async Task Await(int other)
        {
            await ready.Task;
            await two[other];
        }

        async Task AwaitEither()
        {
            await go.Task;
            await Task.WhenAny(Task.Delay(Timeout.Infinite), others[1]);
        }

        async Task AwaitFirst()
        {
            await go.Task;
            await others[0];
        }

        async Task AwaitForAnHour(int other)
        {
            await ready.Task;
            await two[other].WaitAsync(TimeSpan.FromHours(1));
        }
    }

    private static void BlockUnderLock(Func<Task> start, TaskCompletionSource? resume)
    {
        lock (Ann)
        {
            Task task = start();
            resume?.SetResult();
            task.Wait(); // blocked
        }
    }

    private static void WaitForAllUnderLock()
    {
        lock (Ann)
            Task.WaitAll(Task.Delay(Timeout.Infinite), Task.Run(Need)); // all
    }

    private static readonly Account Bob = new("Bob");

    private static void WaitForAnyUnderLock()
    {
        lock (Bob)
            Task.WaitAny(Task.Delay(TimeSpan.FromHours(1)), Task.Run(() => { lock (Bob) Bob.Owner = ""; }));
    }

    private static void BlockForAnHour(Action needed)
    {
        lock (Ann)
            Task.Run(needed).Wait(TimeSpan.FromHours(1));
    }

    private static void BlockUnderSemaphore()
    {
        One.Wait();
        Enter().Wait();

        static async Task Enter()
        {
            await One.WaitAsync();
            Console.WriteLine();
        }
    }

    private static async Task Outer(Task resume)
    {
        int got = await Inner(resume); // outer
        Console.WriteLine(got);
    }

    private static async Task<int> Inner(Task resume)
    {
        await resume;
        Need();
        return 1;
    }

    private static void Need()
    {
        lock (Ann) // needed
            Ann.Owner = "";
    }
}
