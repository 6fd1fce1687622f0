namespace Stuck;

/// <summary>Two threads that wait for each other, and async methods that wait for what never comes.</summary>
internal static class Program
{
    private static readonly Account Ann = new(), Bob = new();
    private static readonly TaskCompletionSource<int> Reply = new();

    private static int Main()
    {
        using var both = new Barrier(2);
        Start("from Ann", () => Transfer(Ann, Bob, both));
        Start("from Bob", () => Transfer(Bob, Ann, both));
        Task<int>[] orders = [.. Enumerable.Range(1, 100).Select(Order)];
        Handshake.Reached();
        Handshake.WaitForWord();
        GC.KeepAlive(orders);
        Environment.Exit(0);
        return 0;
    }

    private static void Start(string name, Action body) => new Thread(() => body()) { IsBackground = true, Name = name }.Start();

    private static void Transfer(Account from, Account to, Barrier both)
    {
        lock (from)
        {
            both.SignalAndWait();
            lock (to)
                (from.Cents, to.Cents) = (0, from.Cents + to.Cents);
        }
    }

    private static async Task<int> Order(int number)
    {
        string table = "table " + number;
        int dishes = await Ask(table);
        return table.Length + dishes;
    }

    private static async Task<int> Ask(string who)
    {
        return await Reply.Task + who.Length;
    }
}
