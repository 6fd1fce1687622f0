namespace Recursion;

/// <summary>A method that calls itself, each time with other arguments, and waits at the bottom.</summary>
internal static class Program
{
    private const int Depth = 12;

    private static int Main()
    {
        int sum = Descend(1, "floor 1");
        Console.WriteLine($"sum {sum}");
        return 0;
    }

    private static int Descend(int level, string floor)
    {
        int square = level * level;
        if (level == Depth)
        {
            Handshake.Reached();
            Handshake.WaitForWord();
            return square;
        }
        int below = Descend(level + 1, $"floor {level + 1}");
        GC.KeepAlive(floor);
        return below + square;
    }
}
