// Threads in the middle of what the compiler or the runtime splits: handlers, hidden frames, resumed async methods.
// Prints "ready" when all are there, and ends when its input does.
namespace InspectFolds;

internal static class Program
{
    private static void Main()
    {
        Handlers.Start();
        Resumed.Start();
        Place.Arrived.Signal();
        Place.Arrived.Wait();
        Console.WriteLine($"ready {Place.Threads}");
        Console.In.ReadLine();
        Environment.Exit(0);
    }
}
