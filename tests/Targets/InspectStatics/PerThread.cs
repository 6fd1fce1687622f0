namespace InspectStatics;

/// <summary>Fields that each thread has for itself.</summary>
class PerThread
{
    [ThreadStatic]
    static string? name;
    [ThreadStatic]
    static int number;
    [ThreadStatic]
    static Place place;
    [ThreadStatic]
    static int initial = 5;
    [ThreadStatic]
    static string? secretToken;
    static int shared = 1;

    public static void Run(string given, int value, ThreadStart next)
    {
        (name, number, place, secretToken) = (given, value, new(value, given), given);
        _ = initial;
        next();
    }

    public static void Pass(ThreadStart next) => next();
}

/// <summary>Two more threads: one with values of its own, one that never touched the fields.</summary>
class Threads
{
    public void Start()
    {
        Go("other", next => PerThread.Run("other", 2, next));
        Go("stranger", PerThread.Pass);
    }

    static void Go(string name, Action<ThreadStart> run)
    {
        using var ready = new ManualResetEventSlim();
        var thread = new Thread(() => run(() =>
        {
            ready.Set();
            Thread.Sleep(Timeout.Infinite);
        })) { Name = name, IsBackground = true };
        thread.Start();
        ready.Wait();
    }
}
