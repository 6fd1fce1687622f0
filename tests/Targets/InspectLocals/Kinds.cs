namespace InspectLocals;

static class Spans
{
    public static void Run(Action next)
    {
        int[] array = [1, 2, 3, 4];
        Span<int> span = array.AsSpan(1, 2);
        Span<int> none = default;
        Span<byte> stack = stackalloc byte[] { 7, 8 };
        Span<char> characters = ['a', 'b'];
        ReadOnlySpan<char> text = "a part of it".AsSpan(2, 4);
        ReadOnlySpan<string> strings = new[] { "a", "b" };
        Span<Point> points = new Point[] { new(1, 2), new(3, 4) };
        Span<(int, string)> tuples = new[] { (1, "a"), (2, "b") };
        Span<(int, int, int)> triples = new[] { (1, 2, 3), (4, 5, 6) };
        Span<(byte, byte, byte)?> small = new (byte, byte, byte)?[] { (1, 2, 3), null, (7, 8, 9) };
        Span<Mixed> mixed = new Mixed[] { new((1, 2), 3), new((4, 5), 6) };
        ReadOnlySpan<KeyValuePair<string, Pair<short, byte>>> entries = new[] { KeyValuePair.Create("a", new Pair<short, byte>(1, 2)), KeyValuePair.Create("b", new Pair<short, byte>(3, 4)) };
        Span<List<int>> lists = new[] { new List<int> { 1 }, new List<int>() };
        Span<Color> colors = new[] { Color.Green, Color.Red };
        Span<int?> nullables = new int?[] { 1, null };
        Span<Guid> guids = new Guid[1];
        ReadOnlySpan<Person> people = new[] { new Person("Ann") };
        Memory<int> memory = array.AsMemory(2);
        ReadOnlyMemory<char> textMemory = "a part of it".AsMemory(2, 4);
        ArraySegment<string> segment = new(["a", "b", "c"], 1, 2);
        ReadOnlySpan<char> password = "hunter2";
        next();
        GC.KeepAlive(array);
    }
}

static class References
{
    public static void Run(Action next)
    {
        int number = 5;
        string text = "before";
        var point = new Point(1, 2);
        Point[] points = [new(1, 2), new(3, 4)];
        ref int refNumber = ref number;
        ref string refText = ref text;
        ref Point element = ref points[1];
        ref readonly Point last = ref points[^1];
        Next(ref number, ref text, in point, out int result, ref points, () => Before(2, () => Straight(next)));
    }

    static void Before(int argument, Action next)
    {
        Later(Make(() => Pass(out int written, next)), out int untouched);
        GC.KeepAlive(untouched);
    }

    static Action Make(Action next)
    {
        next();
        return next;
    }

    static void Later(Action next, out int value) => value = 1;

    static void Pass(out int given, Action next) => Choose(out given, next is null ? 1 : 2, next!, out int own);

    static void Straight(Action next) => Choose(out int ready, 5, next, out int waiting);

    static void Choose(out int first, int number, Action next, out int second)
    {
        first = number;
        next();
        second = 3;
    }

    static void Next(ref int number, ref string text, in Point point, out int result, ref Point[] points, Action next)
    {
        result = 42;
        number++;
        text = "after";
        next();
    }
}

static unsafe class Pointers
{
    public static void Run(Action next)
    {
        int number = 5;
        int* pointer = null;
        void* address = (void*)0x1234;
        nint native = -5;
        nuint unsigned = 7;
        Half half = (Half)1.5;
        Int128 wide = Int128.MinValue;
        UInt128 wider = UInt128.MaxValue;
        decimal price = -12.50m;
        DateOnly date = new(1969, 7, 20);
        TimeOnly time = new(20, 17, 40);
        DateTimeOffset offset = new(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(5.5));
        DateTime? maybe = new DateTime(2024, 2, 29);
        bool? unknown = null;
        bool? known = true;
        Color? color = Color.Green;
        Guid guid = new("00112233-4455-6677-8899-aabbccddeeff");
        ValueTask<int> task = new(42);
        CancellationToken token = new(true);
        next();
    }
}

static class Generics
{
    public static void Run(Action next)
    {
        Pair<int, string> first = new(1, "a");
        Pair<string, Point> second = new("b", new(1, 2));
        Pair<Pair<int, byte>, Person> nested = new(new(1, 2), new("Ann"));
        KeyValuePair<string, int> entry = new("k", 1);
        var rare = new Rare();
        var rareOfClass = new Rare<Person> { Entry = new("k", new("Ann")), Optional = new() { Value = new("Bob") }, Maybe = new(5, new("Cid")) };
        var rareOfStruct = new Rare<Guid> { Entry = new("k", Guid.Empty), Maybe = new(5, Guid.Empty) };
        var rareOfInt = new Rare<int> { Entry = new("k", 7), Maybe = new(5, 6) };
        var rareStruct = new RareStruct { Flag = false };
        Optional<Person> person = new() { HasValue = true, Value = new("Bob") };
        new Repository<Person>().Find(first, new Person("Cid"), 7L, () => new Repository<int>().Find(first, 5, "key", () => Repository<string>.Make("x", () => Repository<int>.Make(7, () => new Repository<Person>.Cursor<int>().Move(next)))));
    }
}

class Repository<T>
{
    public static void Make(T item, Action next) => next();

    public class Cursor<TPosition>
    {
        public void Move(Action next) => Later(next).Wait();

        async Task Later(Action next)
        {
            await Task.CompletedTask;
            Each<TPosition>(next).First();
        }

        static IEnumerable<int> Each<TItem>(Action next)
        {
            Action lambda = () => { next(); GC.KeepAlive(typeof(TItem)); };
            lambda();
            yield return 1;
        }
    }

    public void Find<TKey>(Pair<int, string> pair, T item, TKey key, Action next)
    {
        T copy = item;
        TKey other = key;
        List<T> items = [item];
        Pair<T, TKey> both = new(item, key);
        Optional<T> optional = new() { HasValue = true, Value = item };
        TKey[] keys = [key];
        next();
    }
}

static class Caught
{
    public static void Run(Action next)
    {
        try
        {
            throw new InvalidOperationException("x");
        }
        catch (InvalidOperationException problem) when (problem.Message == "x")
        {
            int number = 1;
            next();
        }
    }
}

static class Iterators
{
    public static void Run(Action next)
    {
        foreach (int number in Numbers(3, () => Later(4, next).GetAsyncEnumerator().MoveNextAsync()))
            GC.KeepAlive(number);
    }

    static IEnumerable<int> Numbers(int first, Func<ValueTask<bool>> next)
    {
        int second = first + 1;
        next();
        int third = 5;
        yield return second + third;
    }

    static async IAsyncEnumerable<int> Later(int first, Action next)
    {
        int second = first + 1;
        await Task.CompletedTask;
        next();
        int third = 5;
        yield return second + third;
    }
}

static class Tuples
{
    public static void Run(string text, Action next)
    {
        (int Id, string Name) named = (1, "one");
        (int, string) unnamed = (1, "one");
        (int Id, (string Name, double Weight) Other) nested = (1, ("a", 2.5));
        (int A, int B, int C, int D, int E, int F, int G, int H, int I) nine = (1, 2, 3, 4, 5, 6, 7, 8, 9);
        (string User, string Password) login = ("ann", "hunter2");
        var anonymous = new { Id = 1, Name = "x", Pair = (1, 2) };
        Take((2, "two"), new Holder { Place = (3, 4) }, next);
        Func<int> captured = () => named.Id;
    }

    static void Take((int Id, string Name) pair, Holder holder, Action next) => next();
}

class Holder
{
    public (int X, int Y) Place;
    public (int X, int Y)? Maybe = (5, 6);
    public bool? Never;
    public bool? Sure = true;
}

record struct Point(int X, int Y);

record struct Mixed((short, byte) Pair, byte Last);

record struct Pair<T, U>(T First, U Second);

struct Optional<T>
{
    public bool HasValue;
    public T Value;
}

record Person(string Name);

enum Color { Red, Green }

class Rare
{
    public bool? Flag = true;
    public sbyte? Small;
    public ushort? Short = 7;
    public Point? Point = new Point(1, 2);
    public TimeSpan? Span = TimeSpan.FromSeconds(1);
    public Int128? Wide = 5;
    public Pair<byte, string>? Pair;
    public KeyValuePair<sbyte, string> Entry = new(1, "a");
}

class Rare<T>
{
    public bool? Flag = true;
    public float? Number = 1.5f;
    public T? Value;
    public KeyValuePair<string, T> Entry;
    public KeyValuePair<int, T>? Maybe;
    public Optional<T> Optional;
    public List<T?> List = [];
}

struct RareStruct
{
    public bool? Flag;
    public char? Letter;
}
