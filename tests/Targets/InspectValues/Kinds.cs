using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Data;
using System.Dynamic;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InspectValues;

/// <summary>Kinds of objects that the framework makes and programs hold.</summary>
class Kinds
{
    static readonly object Alive = new Node { Value = 1 };

    public static readonly Kinds All = new();

    TcpListener listener = new(IPAddress.Loopback, 0);
    Version version = new(1, 2, 3);
    Version longVersion = new(4, 5, 6, 7);
    BigInteger small = -7;
    BigInteger large = BigInteger.Pow(2, 100);
    BigInteger negative = -BigInteger.Pow(10, 30);
    BigInteger huge = BigInteger.Pow(2, 10_000);
    IPAddress ipv4 = IPAddress.Parse("192.168.1.20");
    IPAddress ipv6 = IPAddress.Parse("fe80::1:2%3");
    EndPoint endPoint = new IPEndPoint(IPAddress.Loopback, 8080);
    EndPoint endPoint6 = new IPEndPoint(IPAddress.IPv6Loopback, 443);
    EndPoint dns = new DnsEndPoint("example.org", 80);
    EndPoint unix = new UnixDomainSocketEndPoint("/run/app.sock");
    HttpRequestMessage request = new(HttpMethod.Post, "https://example.org/orders?id=7");
    HttpRequestMessage withUser = new(HttpMethod.Get, "https://ann:hunter2@example.org/");
    HttpResponseMessage response = new(HttpStatusCode.NotFound);
    System.Reflection.MethodInfo method = typeof(Console).GetMethod("WriteLine", [typeof(string)])!;
    System.Reflection.ConstructorInfo constructor = typeof(Node).GetConstructor([])!;
    Task<int> failed = Task.FromException<int>(new IOException("no disk"));
    Task several = Task.WhenAll(Task.FromException(new IOException("a")), Task.FromException(new TimeoutException("b")));
    ValueTask valueTask = default;
    ValueTask<int> valueResult = new(42);
    ValueTask<string> valueFailed = new(Task.FromException<string>(new IOException("no disk")));
    ValueTask<int> valuePending = new(new TaskCompletionSource<int>().Task);
    Lazy<int> lazy = new(() => 3);
    Lazy<string> made = Made();
    Lazy<string> broken = Broken();
    WeakReference weak = new(Alive);
    WeakReference<Node> weakOfNode = new((Node)Alive);
    WeakReference weakOfNone = new(null);
    MemoryStream memory = new(new byte[10], 2, 6) { Position = 3 };
    FileStream file = Opened();
    Thread thread = new(() => { }) { Name = "worker" };
    Regex regex = new("^a+$", RegexOptions.IgnoreCase);
    JsonElement json = JsonDocument.Parse("""{"id": 7, "tags": ["a", "b\n", null, true], "inner": {"x": -1.5e3, "deep": {"deeper": {"deepest": 1}}}, "password": "hunter2"}""").RootElement;
    JsonElement jsonItem = JsonDocument.Parse("""[[1, 2], "second"]""").RootElement[1];
    JsonElement noJson = default;
    JsonDocument document = JsonDocument.Parse("[1, 2]");
    ExpandoObject expando = Expando();
    DataRow row = Row();
    SortedDictionary<string, int> sortedDictionary = new() { ["b"] = 2, ["a"] = 1, ["c"] = 3 };
    SortedDictionary<int, Point> sortedPoints = new() { [2] = new() { X = 2 }, [1] = new() { X = 1 } };
    SortedSet<int> sortedSet = [3, 1, 2];
    SortedSet<string> sortedStrings = ["b", "a"];
    SortedList<string, int> sortedList = new() { ["b"] = 2, ["a"] = 1 };
    LinkedList<string> linked = new(["x", "y", "z"]);
    LinkedList<int> noLinked = new();
    PriorityQueue<string, int> priorities = Priorities();
    OrderedDictionary<string, int> ordered = new() { ["z"] = 1, ["a"] = 2 };
    Hashtable hashtable = Removed();
    Queue oldQueue = new(new object[] { 1, "two" });
    Stack oldStack = new(new object[] { 1, "two" });
    SortedList oldSortedList = new() { ["b"] = 2, ["a"] = 1 };
    ConcurrentQueue<string> concurrentQueue = Dequeued();
    ConcurrentQueue<int> longQueue = new(Enumerable.Range(0, 100));
    ConcurrentStack<int> concurrentStack = new([1, 2, 3]);
    ConcurrentBag<string> concurrentBag = ["a", "b"];
    BlockingCollection<int> blocking = new(new ConcurrentQueue<int>([1, 2]));
    ImmutableList<int> immutableList = [3, 1, 2];
    ImmutableList<string> noImmutableList = [];
    ImmutableDictionary<string, int> immutableDictionary = new Dictionary<string, int> { ["one"] = 1 }.ToImmutableDictionary();
    ImmutableDictionary<int, string> immutableIntegers = new Dictionary<int, string> { [1] = "one", [2] = "two" }.ToImmutableDictionary();
    ImmutableHashSet<string> immutableSet = ["only"];
    ImmutableHashSet<int> immutableIntegerSet = [2, 1];
    ImmutableHashSet<Collides> collisions = [new(1), new(2)];
    ImmutableSortedSet<int> immutableSorted = [3, 1, 2];
    ImmutableSortedDictionary<string, int> immutableSortedDictionary = new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }.ToImmutableSortedDictionary();
    ImmutableQueue<int> immutableQueue = ImmutableQueue.Create(1, 2).Enqueue(3).Dequeue();
    ImmutableStack<string> immutableStack = ImmutableStack.Create("bottom", "top");
    ImmutableStack<string> noImmutableStack = [];
    FrozenDictionary<string, int> frozen = new Dictionary<string, int> { ["a"] = 1, ["bb"] = 2 }.ToFrozenDictionary();
    FrozenDictionary<int, string> frozenIntegers = Enumerable.Range(0, 12).ToFrozenDictionary(i => i * 1000, i => $"v{i}");
    FrozenDictionary<int, string> frozenSparse = Enumerable.Range(0, 12).ToFrozenDictionary(i => i * 3, i => $"v{i}");
    FrozenDictionary<Guid, int> frozenGuids = new Dictionary<Guid, int> { [Guid.Empty] = 1 }.ToFrozenDictionary();
    FrozenSet<string> frozenSet = FrozenSet.ToFrozenSet(["x"]);
    FrozenSet<int> frozenIntegerSet = Enumerable.Range(0, 12).Select(i => i * 977).ToFrozenSet();
    SortedDictionary<string, string> sortedHeaders = new() { ["password"] = "hunter2" };
    FrozenDictionary<string, string> frozenHeaders = new Dictionary<string, string> { ["password"] = "hunter2" }.ToFrozenDictionary();
    BigInteger privateKey = 5;

    static Lazy<string> Made()
    {
        var lazy = new Lazy<string>(() => "made");
        _ = lazy.Value;
        return lazy;
    }

    static Lazy<string> Broken()
    {
        var lazy = new Lazy<string>(() => throw new IOException("no disk"));
        try { _ = lazy.Value; } catch (IOException) { }
        return lazy;
    }

    static FileStream Opened()
    {
        var file = new FileStream("/etc/passwd", FileMode.Open, FileAccess.Read);
        file.ReadByte();
        file.ReadByte();
        return file;
    }

    static ExpandoObject Expando()
    {
        dynamic expando = new ExpandoObject();
        expando.Id = 7;
        expando.Removed = 1;
        expando.Name = "x";
        expando.Password = "hunter2";
        ((IDictionary<string, object?>)expando).Remove("Removed");
        return expando;
    }

    static DataRow Row()
    {
        var table = new DataTable("Orders");
        table.Columns.Add("Id", typeof(int));
        table.Columns.Add("Name", typeof(string));
        table.Columns.Add("Day", typeof(DateTime));
        table.Columns.Add("Price", typeof(decimal));
        table.Columns.Add("Count", typeof(int));
        table.Columns.Add("Note", typeof(string));
        table.Columns.Add("Password", typeof(string));
        table.Rows.Add(0, "first");
        return table.Rows.Add(7, "Ann", new DateTime(2024, 2, 29), 9.5m, DBNull.Value, DBNull.Value, "hunter2");
    }

    static PriorityQueue<string, int> Priorities()
    {
        var queue = new PriorityQueue<string, int>();
        queue.Enqueue("first", 1);
        queue.Enqueue("second", 2);
        return queue;
    }

    static Hashtable Removed()
    {
        var table = new Hashtable { ["a"] = 1, ["b"] = 2, ["password"] = "hunter2" };
        table.Remove("a");
        table.Remove("b");
        return table;
    }

    static ConcurrentQueue<string> Dequeued()
    {
        var queue = new ConcurrentQueue<string>(["a", "b", "c"]);
        queue.TryDequeue(out _);
        return queue;
    }
}

record Collides(int Number)
{
    public override int GetHashCode() => 1;
}
