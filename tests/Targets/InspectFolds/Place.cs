using System.Diagnostics;

namespace InspectFolds;

/// <summary>Where every thread ends up.</summary>
internal static class Place
{
    public static readonly CountdownEvent Arrived = new(1);

    public static int Threads;

    private static readonly object Held = new();

    public static void Run(string name, Action body)
    {
        Threads++;
        Arrived.AddCount();
        new Thread(() => body()) { IsBackground = true, Name = name }.Start();
    }

    public static void Sleep()
    {
        Arrived.Signal();
        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>Waits for a lock that a thread of its own holds for ever.</summary>
    public static bool Lock()
    {
        Arrived.Signal();
        lock (Held)
            return true;
    }

    public static void Hold(Action next)
    {
        lock (Held)
        {
            next();
            Sleep();
        }
    }

    [StackTraceHidden]
    public static void SleepHidden() => Sleep();
}
