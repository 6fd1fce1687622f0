namespace InspectNative;

/// <summary>The threads, and whether they have all come to their places.</summary>
internal static class Crew
{
    private static readonly CountdownEvent Arrived = new(1);

    public static void Run(string name, Action body)
    {
        Arrived.AddCount();
        new Thread(() => body()) { IsBackground = true, Name = name }.Start();
    }

    public static void Arrive() => Arrived.Signal();

    public static void WaitForAll()
    {
        Arrived.Signal();
        Arrived.Wait();
    }
}
