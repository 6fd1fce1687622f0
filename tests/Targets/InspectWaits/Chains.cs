using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace InspectWaits;

// Each pending chain begins in a method whose name says what it is.
internal static class Chains
{
    private static readonly List<object> Kept = [];
    private static readonly TaskCompletionSource<int> Never = new();

    public static object Start()
    {
        Kept.Add(Outer("ann"));
        Kept.Add(All());
        Kept.Add(AllTyped());
        Kept.Add(Any());
        Kept.Add(AnyOfThree());
        Kept.Add(Enumerate());
        Kept.Add(Configured());
        Kept.Add(Valued().AsTask());
        Kept.Add(Pooled().AsTask());
        Kept.Add(Semaphore());
        Kept.Add(ChannelRead());
        Kept.Add(SocketRead());
        Kept.Add(Run());
        Kept.Add(Continued());
        Kept.Add(TimedOut());
        Kept.Add(InTry(3));
        Void();
        Kept.Add(Generic<string, int>("g", 7));
        Kept.Add(Text());
        Kept.Add(Resumed());
        Circle();
        return Kept;
    }

    public static object StartMany(int count)
    {
        for (int i = 0; i < count; i++)
            Kept.Add(Outer("many " + i));
        Kept.Add(Semaphore());
        return Kept;
    }

    // the heap is never at rest: objects of all sizes come and go while it is looked at
    public static object StartAllocating()
    {
        for (int thread = 0; thread < 2; thread++)
            InspectWaits.Start.Thread("allocating", Allocate);
        return StartMany(100);
    }

    private static void Allocate()
    {
        object[] kept = new object[1_000];
        for (int i = 0; ; i++)
            kept[i % kept.Length] = (i % 4) switch { 0 => new byte[i % 2_000], 1 => new Node(), 2 => new string('x', i % 100), _ => Task.FromResult(i) };
    }

    // some hundred bytes a node, all small objects
    public static object StartBig(int megabytes)
    {
        var nodes = new List<object>();
        for (int i = 0; i < megabytes * 10_000; i++)
            nodes.Add(new Node { Name = i.ToString(), First = default, Second = default, Next = i % 2 == 0 ? null : (Node)nodes[i - 1] });
        Kept.Add(nodes);
        return StartMany(1_000);
    }

    private static async Task<int> Outer(string user)
    {
        int before = user.Length;
        int inner = await Inner(before, "x" + user); // outer
        return before + inner;
    }

    private static async Task<int> Inner(int depth, string text)
    {
        string twice = text + text;
        await Task.Delay(TimeSpan.FromMinutes(30)); // delay
        return twice.Length + depth;
    }

    private static async Task All()
    {
        await Task.WhenAll(Outer("one"), Outer("two"), Semaphore(), Task.CompletedTask); // all
        Console.WriteLine();
    }

    private static async Task<int> AllTyped()
    {
        int[] results = await Task.WhenAll(Outer("three"), Inner(1, "four"));
        return results.Length;
    }

    private static async Task Any()
    {
        await Task.WhenAny(Outer("five"), Task.Delay(Timeout.Infinite)); // any
        Console.WriteLine();
    }

    private static async Task AnyOfThree()
    {
        await Task.WhenAny(Outer("six"), Semaphore(), Never.Task);
        Console.WriteLine();
    }

    private static async Task Enumerate()
    {
        await foreach (int item in Items(5)) // foreach
            Console.WriteLine(item);
    }

    private static async IAsyncEnumerable<int> Items(int count)
    {
        for (int item = 100; item < 100 + count; item++)
        {
            await Never.Task; // before item
            yield return item;
        }
    }

    private static async Task Configured()
    {
        await Never.Task.ConfigureAwait(false); // configured
        Console.WriteLine();
    }

    private static async ValueTask<int> Valued()
    {
        int got = await Deeper(4); // value
        return got + 1;

        static async ValueTask<int> Deeper(int depth)
        {
            await Never.Task; // deeper
            return depth;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask Pooled()
    {
        await Never.Task; // pooled
    }

    private static async Task Semaphore()
    {
        var semaphore = new SemaphoreSlim(0);
        await semaphore.WaitAsync(); // semaphore
        Console.WriteLine(semaphore.CurrentCount);
    }

    private static async Task ChannelRead()
    {
        var channel = Channel.CreateUnbounded<string>();
        Console.WriteLine(await channel.Reader.ReadAsync()); // channel
        channel.Writer.Complete();
    }

    private static async Task SocketRead()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        client.Connect(listener.LocalEndPoint!);
        using Socket server = listener.Accept();
        int received = await server.ReceiveAsync(new byte[10]); // socket
        Console.WriteLine(received);
    }

    private static async Task Run()
    {
        await Task.Run(() => Inner(9, "run")); // run
        Console.WriteLine();
    }

    private static async Task Continued()
    {
        await Inner(8, "then").ContinueWith(done => done.Result + 1); // continued
        Console.WriteLine();
    }

    private static async Task TimedOut()
    {
        await Inner(6, "wait").WaitAsync(TimeSpan.FromHours(1)); // waitasync
        Console.WriteLine();
    }

    private static async Task<int> InTry(int attempts)
    {
        int attempt = 0;
        await Task.Yield();
        try
        {
            for (; attempt < attempts; attempt++)
                await Task.CompletedTask;
            using var scope = new CancellationTokenSource();
            await Task.Delay(-1, scope.Token); // in try
        }
        catch (InvalidOperationException)
        {
            await Task.Delay(1);
        }
        finally
        {
            await Task.Delay(2);
        }
        return attempt;
    }

    private static async void Void()
    {
        await Never.Task; // void
    }

    private static async Task<TResult> Generic<T, TResult>(T first, TResult second) where T : class
    {
        await Never.Task; // generic
        return first.Equals(second) ? second : default!;
    }

    private static async Task<string> Text()
    {
        string inner = await TextInner(); // text
        return inner + inner;

        static async Task<string> TextInner()
        {
            await Never.Task.ConfigureAwait(false); // text inner
            return "";
        }
    }

    private static async Task Resumed()
    {
        await Sleeping(); // resumed
        Console.WriteLine();

        static async Task Sleeping()
        {
            await Task.Yield();
            Thread.Sleep(Timeout.Infinite); // asleep
        }
    }

    private static void Circle()
    {
        Task[] two = new Task[2];
        var ready = new TaskCompletionSource();
        two[0] = WaitForOther(1);
        two[1] = WaitForOther(0);
        ready.SetResult();
        Kept.Add(two);

        async Task WaitForOther(int other)
        {
            await ready.Task;
            await two[other]; // circle
        }
    }

    public sealed class Node
    {
        public Node? Next;
        public string Name = "";
        public Guid First, Second;
    }
}
