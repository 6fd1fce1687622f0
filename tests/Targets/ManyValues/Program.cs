namespace ManyValues;

/// <summary>One frame with a local variable of each kind that a log must be able to show.</summary>
internal static class Program
{
    private static int Main()
    {
        Hold(Secret("argument"), new Person("Ada", 36));
        return 0;
    }

    private static void Hold(string password, Person person)
    {
        int answer = 42;
        long big = -9_000_000_000_000_000_001;
        double ratio = 2.5;
        decimal price = 19.95m;
        bool open = true;
        char initial = 'T';
        string greeting = "good morning";
        string hostile = "\u001b[31mred\n80 dashes\u202e\ud800";
        string? nothing = null;
        DayOfWeek day = DayOfWeek.Tuesday;
        int? some = 7;
        int? none = null;
        var instant = new DateTime(2026, 11, 21, 2, 31, 38, DateTimeKind.Utc);
        var span = new TimeSpan(1, 2, 3);
        var id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        int[] primes = [2, 3, 5, 7, 11];
        List<string> names = ["Ada", "Grace", "Edsger"];
        Dictionary<string, int> ages = new() { ["Ada"] = 36, ["Grace"] = 85 };
        HashSet<int> seen = [4, 8];
        (int Left, string Right) pair = (1, "one");
        Node ring = new() { Label = "first" };
        ring.Next = ring;
        var failure = new InvalidOperationException("no tea left");
        Action callback = Callback;
        string apiKey = Secret("local");
        int[] many = [.. Enumerable.Range(0, 1000)];
        Wait();
        object?[] alive = [answer, big, ratio, price, open, initial, greeting, hostile, nothing, day, some, none, instant, span, id,
            primes, names, ages, seen, pair, ring, failure, callback, apiKey, many, password, person];
        GC.KeepAlive(alive);
    }

    private static void Wait()
    {
        Handshake.Reached();
        Handshake.WaitForWord();
    }

    // put together here, so that no line of source has it
    private static string Secret(string of) => $"hunter{of.Length}-{of}";

    private static void Callback() => Console.WriteLine("called");
}
