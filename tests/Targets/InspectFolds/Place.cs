using System.Diagnostics;

namespace InspectFolds;

/// <summary>Where every thread ends up.</summary>
internal static class Place
{
    public static readonly CountdownEvent Arrived = new(1);

    public static int Threads;

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

    [StackTraceHidden]
    public static void SleepHidden() => Sleep();
}
