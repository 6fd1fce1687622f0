namespace InspectWaits;

// Threads that block on several tasks, or for a time only.
internal static class Joins
{
    private static readonly TaskCompletionSource<int> Never = new();

    public static object Start()
    {
        InspectWaits.Start.Thread("all", WaitAll);
        InspectWaits.Start.Thread("any", WaitAny);
        InspectWaits.Start.Thread("some time", WaitSomeTime);
        InspectWaits.Start.Thread("promise", WaitPromise);
        return Never;
    }

    // which waits: the thread's stack has those alone that were not complete
    private static void WaitAll()
    {
        Task.WaitAll(Task.CompletedTask, Load("one"), Save(2), Load("three"));
        Console.WriteLine();
    }

    private static void WaitAny()
    {
        int index = Task.WaitAny(Load("four"), Save(5));
        Console.WriteLine(index);
    }

    private static void WaitSomeTime()
    {
        bool isDone = Load("six").Wait(TimeSpan.FromHours(1));
        Console.WriteLine(isDone);
    }

    private static void WaitPromise()
    {
        Never.Task.Wait();
        Console.WriteLine();
    }

    private static async Task<int> Load(string what)
    {
        int got = await Never.Task;
        return got + what.Length;
    }

    private static async Task Save(int count)
    {
        await Never.Task;
        Console.WriteLine(count);
    }
}
