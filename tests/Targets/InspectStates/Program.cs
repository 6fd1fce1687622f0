// Threads that each stand in one known state. Prints "ready" when all are there, and ends when its input does.
namespace InspectStates;

internal static class Program
{
    private static void Main(string[] args)
    {
        int threads = args switch
        {
            ["allocate"] => States.StartAllocating(),
            ["hand over"] => HandedOver.Start(),
            ["finally"] => Finally.Start(),
            ["by reference"] => ByReference.Start(),
            [var extra] => States.Start(int.Parse(extra)),
            _ => States.Start(extra: 0),
        };
        Console.WriteLine($"ready {threads}");
        Console.In.ReadLine();
        Environment.Exit(0);
    }
}
