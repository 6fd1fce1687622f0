using Tripod.Samples;

namespace Tripod.Log.Tests;

/// <summary>Synthetic records: a shop whose night goes wrong.</summary>
internal static class Samples
{
    public static DateTimeOffset Start { get; } = new(2026, 11, 21, 2, 31, 33, 123, TimeSpan.Zero);

    public static Sample Of(long number, params ThreadStack[] threads) => new()
    {
        Number = number,
        Time = Start.AddSeconds(5 * (number - 1)),
        Reason = SampleReason.Interval,
        Pause = TimeSpan.FromMilliseconds(1.512),
        Threads = threads,
    };

    public static Sample Took(this Sample sample, double milliseconds) => sample with { Duration = TimeSpan.FromMilliseconds(milliseconds) };

    public static ThreadStack MainThread(params Frame[] frames) => new()
    {
        ManagedId = 1,
        OsId = 4711,
        Kind = ThreadKind.Main,
        Activity = ThreadActivity.Waiting,
        WaitingIn = "socket",
        Frames = frames,
    };

    public static ThreadStack Worker(int id, params Frame[] frames) => new()
    {
        ManagedId = id,
        OsId = 4711 + id,
        Name = $"Worker {id}",
        Kind = ThreadKind.Background,
        Activity = ThreadActivity.Running,
        Frames = frames,
    };

    public static ThreadStack Idle(int id) => new()
    {
        ManagedId = id,
        OsId = 4711 + id,
        Kind = ThreadKind.Pool,
        Activity = ThreadActivity.Waiting,
        IsIdle = true,
        Frames = [Library("System.Threading.PortableThreadPool.WorkerThread.WorkerThreadStart")],
    };

    public static Frame Top { get; } = new()
    {
        Method = "<top-level statements>",
        ShortMethod = "<top-level statements>",
        Assembly = "slow.dll",
        Source = new SourceLine("/app/slow.csx", 40, "Fetch(\"https://example.com/orders\", 3);"),
    };

    public static Frame Fetch(int line = 12) => new()
    {
        Method = "Fetch",
        ShortMethod = "Fetch",
        Parameters = ["url", "retries"],
        Assembly = "slow.dll",
        Source = new SourceLine("/app/slow.csx", line, "Thread.Sleep(delay);"),
    };

    public static Frame Busy(int line) => new()
    {
        Method = "Shop.Prices.Sum<decimal>",
        ShortMethod = "Sum",
        Parameters = ["prices"],
        Assembly = "Shop.dll",
        Source = new SourceLine("/app/Shop/Prices.cs", line, "total += price;"),
    };

    public static Frame Library(string method) => new()
    {
        Method = method,
        ShortMethod = method[(method.LastIndexOf('.') + 1)..],
        Assembly = "System.Private.CoreLib.dll",
    };

    public static Variable Var(string name, Value value) => new(name, "", value);

    public static Value Quote(string text) => new StringValue(text, text.Length, false);

    public static Value Number(int number) => new Scalar(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Value Order(int id) => new Composite("Order",
        [new Member("Id", Number(id)), new Member("Customer", Quote("Ann")), new Member("Password", Value.Redacted), new Member("Total", new Scalar("12.50"))]);
}
