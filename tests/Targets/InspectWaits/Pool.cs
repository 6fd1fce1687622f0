namespace InspectWaits;

internal static class Pool
{
    private static readonly TaskCompletionSource<int> Never = new();

    public static object BlockOnChain() => Start.Thread("blocked", () => Console.WriteLine(Load("users").Result));

    // sync over async: every thread of the pool waits for work that stands in the pool's queue
    public static object Starve()
    {
        ThreadPool.SetMinThreads(4, 1);
        ThreadPool.SetMaxThreads(4, 1);
        for (int i = 0; i < 4; i++)
            ThreadPool.QueueUserWorkItem(_ => Handle());
        for (int i = 0; i < 25; i++)
            ThreadPool.QueueUserWorkItem(_ => Handle());
        return Never;
    }

    private static void Handle()
    {
        Load("order").GetAwaiter().GetResult(); // handle
    }

    private static async Task<int> Load(string what)
    {
        int got = await Never.Task; // load
        return got + what.Length;
    }
}
