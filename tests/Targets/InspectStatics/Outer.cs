namespace InspectStatics;

/// <summary>Only closures and state machines of it are on the stack.</summary>
class Outer
{
    static int number = 21;
    static string text = "outer";

    class Inner
    {
        static int unseen = 1;
    }

    public static void RunLambda(int local, ThreadStart next)
    {
        _ = number;
        new ThreadStart(() =>
        {
            Static(i => i + 1);
            next();
            GC.KeepAlive(local);
        })();
    }

    static void Static(Func<int, int> cached) => cached(1);

    public static void RunAsync(ThreadStart next) => Machines<int>.Run(next).GetAwaiter().GetResult();
}

/// <summary>On no stack: only what awaits for ever is there of it.</summary>
class Pending
{
    static string text = "pending";

    public static async Task Run()
    {
        _ = text;
        await new TaskCompletionSource().Task;
    }
}

class PendingOf<T>
{
    static string text = "pending of " + typeof(T).Name;

    public async Task Run()
    {
        _ = text;
        await Pending.Run();
        GC.KeepAlive(this);
    }
}

class Machines<T>
{
    static string text = "state machine of " + typeof(T).Name;

    public static async Task Run(ThreadStart next)
    {
        _ = text;
        await Task.CompletedTask;
        next();
    }
}
