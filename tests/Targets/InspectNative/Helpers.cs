using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace InspectNative;

/// <summary>Loops that are mostly in helpers and services of the runtime, each of another kind.</summary>
internal static class Helpers
{
    private static readonly object Door = new();
    private static long s_sum;

    public static void Start()
    {
        Crew.Run("allocating", Allocate);
        Crew.Run("storing", Store);
        Crew.Run("casting", Cast);
        Crew.Run("generic virtual", CallGeneric);
        Crew.Run("interface", CallInterface);
        Crew.Run("type loading", LoadTypes);
        Crew.Run("compiling", Compile);
        Crew.Run("throwing", Throw);
        Crew.Run("contended 1", Contend);
        Crew.Run("contended 2", Contend);
        Crew.Run("native call", CallNative);
    }

    /// <summary>Garbage, and collections that move what is left.</summary>
    public static void StartMoving()
    {
        Crew.Run("allocating", Allocate);
        Crew.Run("collecting", Collect);
    }

    public static void StartCollecting() => Crew.Run("collecting", Collect);

    private static void Allocate()
    {
        Crew.Arrive();
        object?[] kept = new object?[64];
        for (int i = 0; ; i = (i + 1) % kept.Length)
            kept[i] = new byte[i * 100];
    }

    private static void Store()
    {
        Crew.Arrive();
        var nodes = new Node[1024];
        for (int i = 0; i < nodes.Length; i++)
            nodes[i] = new Node();
        for (int i = 0; ; i = (i + 1) % 1000)
        {
            nodes[i].Next = nodes[i + 7];
            nodes[i + 1] = nodes[i + 3];
        }
    }

    private static void Cast()
    {
        Crew.Arrive();
        object[] things = [new List<int>(), "text", new int[3], new Node[2], new Dictionary<string, Node>(), 5];
        object[] store = new string[4];
        for (int i = 0; ; i = (i + 1) % things.Length)
        {
            s_sum += things[i] is IEnumerable<string> ? 1 : 0;
            s_sum += things[i] is IReadOnlyCollection<int> list ? list.Count : 0;
            store[i % 4] = "other";
        }
    }

    private static void CallGeneric()
    {
        Crew.Arrive();
        Maker[] makers = [new NodeMaker(), new OtherMaker()];
        for (int i = 0; ; i = 1 - i)
        {
            s_sum += makers[i].Make<string>() is null ? 1 : 0;
            s_sum += makers[i].Make<Node>() is null ? 1 : 0;
            s_sum += makers[i].Make<int>();
        }
    }

    private static void CallInterface()
    {
        Crew.Arrive();
        IThing[] things = [new Thing<int>(), new Thing<string>(), new Thing<Node>(), new Thing<long>(), new Thing<byte>(), new Thing<object>()];
        for (int i = 0; ; i = (i + 1) % things.Length)
            s_sum += things[i].Number();
    }

    private static void LoadTypes()
    {
        Crew.Arrive();
        Type type = typeof(int);
        for (int i = 0; ; i++)
        {
            type = (i % 3) switch { 0 => typeof(List<>).MakeGenericType(type), 1 => type.MakeArrayType(), _ => typeof(Thing<>).MakeGenericType(type) };
            s_sum += Activator.CreateInstance(typeof(Thing<>).MakeGenericType(type))!.GetHashCode();
            if (i % 12 == 11)
                type = typeof(Dictionary<,>).MakeGenericType(typeof(int), i % 24 == 11 ? typeof(Node) : typeof(string));
        }
    }

    private static void Compile()
    {
        Crew.Arrive();
        while (true)
        {
            var method = new DynamicMethod("Added", typeof(int), [typeof(int)]);
            ILGenerator il = method.GetILGenerator();
            il.Emit(OpCodes.Ldarg_0);
            for (int i = 0; i < 200; i++)
            {
                il.Emit(OpCodes.Ldc_I4, i);
                il.Emit(OpCodes.Add);
            }
            il.Emit(OpCodes.Ret);
            s_sum += method.CreateDelegate<Func<int, int>>()(1);
        }
    }

    private static void Throw()
    {
        Crew.Arrive();
        while (true)
        {
            try
            {
                Fail(5);
            }
            catch (InvalidOperationException e)
            {
                s_sum += e.Message.Length;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Fail(int depth)
    {
        try
        {
            return depth == 0 ? throw new InvalidOperationException("at the end") : Fail(depth - 1) + 1;
        }
        finally
        {
            s_sum++;
        }
    }

    private static void Contend()
    {
        Crew.Arrive();
        while (true)
            lock (Door)
                s_sum++;
    }

    private static void CallNative()
    {
        Crew.Arrive();
        while (true)
            s_sum += Native.getppid();
    }

    private static void Collect()
    {
        Crew.Arrive();
        for (int i = 0; ; i = (i + 1) % 3)
        {
            GC.Collect(i, GCCollectionMode.Forced, blocking: true, compacting: true);
            Thread.Sleep(5);
        }
    }
}
