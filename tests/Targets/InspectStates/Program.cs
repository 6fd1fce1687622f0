// Threads that each stand in one known state. Prints "ready" when all are there, and ends when its input does.
namespace InspectStates;

internal static class Program
{
    private static void Main(string[] args)
    {
        int threads = States.Start(extra: args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 0);
        Console.WriteLine($"ready {threads}");
        Console.In.ReadLine();
        Environment.Exit(0);
    }
}
