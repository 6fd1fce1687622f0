namespace AsyncWork;

/// <summary>An async method that, after its first await, waits on a thread of the pool with its variables hoisted.</summary>
internal static class Program
{
    private static async Task<int> Main()
    {
        int minutes = await Cook("soup", guests: 3);
        Console.WriteLine($"{minutes} minutes");
        return 0;
    }

    private static async Task<int> Cook(string dish, int guests)
    {
        int portions = guests + 1;
        await Task.Yield();
        Stir(dish);
        return portions * 10;
    }

    private static void Stir(string pot)
    {
        Handshake.Reached();
        Handshake.WaitForWord();
        GC.KeepAlive(pot);
    }
}
