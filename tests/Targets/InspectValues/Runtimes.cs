namespace InspectValues;

class Runtimes
{
    public static readonly Runtimes All = new(5);

    Action action = Console.WriteLine;
    Func<string, bool> function = string.IsNullOrEmpty;
    Action? noAction = null;
    Action multicast = One;
    Func<int, int> lambda = x => x + 1;
    Func<int> closure;
    Func<int> local;
    EventHandler handler;
    Exception exception = new InvalidOperationException("it broke", new ArgumentException("because", "name"));
    Exception silent = new NotSupportedException();
    AggregateException aggregate = new(new TimeoutException("late"));
    Exception thrown = Thrown();
    Type type = typeof(Dictionary<string, List<int?>>);
    Type nestedType = typeof(Outer<int>.Inner<string>);
    Type openType = typeof(List<>);
    Task done = Task.CompletedTask;
    Task<int> result = Task.FromResult(42);
    Task<string> failed = Task.FromException<string>(new IOException("no disk"));
    Task canceled = Task.FromCanceled(new CancellationToken(true));
    Task<int> pending = Pending();
    Task created = new(() => { });
    CancellationToken noToken = default;
    CancellationToken openToken = new CancellationTokenSource().Token;
    CancellationToken canceledToken = new(true);
    CancellationTokenSource source = new();

    Runtimes(int captured)
    {
        multicast += Two;
        closure = () => captured;
        int Local() => captured;
        local = Local;
        handler = OnEvent;
    }

    void OnEvent(object? sender, EventArgs e) { }

    static void One() { }

    static void Two() { }

    static Exception Thrown()
    {
        try
        {
            throw new FormatException("not a number");
        }
        catch (FormatException e)
        {
            return e;
        }
    }

    static async Task<int> Pending()
    {
        await new TaskCompletionSource().Task;
        return 1;
    }
}
