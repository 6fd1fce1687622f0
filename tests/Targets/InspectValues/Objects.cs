namespace InspectValues;

class Objects
{
    public static readonly Objects All = new();

    object plain = new();
    Order order = new(7, "Ann") { Total = 9.5m };
    Express express = new(8, "Bob") { Total = 1, Courier = "bike" };
    Money money = new(5, "EUR");
    Line line = new() { From = new() { X = 1, Y = 2 }, To = new() { X = 3, Y = 4 } };
    object anonymous = new { Id = 1, Name = "x", Inner = new { Deep = true } };
    (int, string) pair = (1, "one");
    (int Id, (string Name, double Weight) Other) nested = (1, ("a", 2.5));
    (int, int, int, int, int, int, int, int, int) nine = (1, 2, 3, 4, 5, 6, 7, 8, 9);
    Tuple<int, string> oldPair = Tuple.Create(2, "two");
    Node cycle = Node.Ring();
    Node? chain = Node.Chain(10);
    Counter counter = new(3);
    Outer<int>.Inner<string> inner = new() { A = 1, B = "b" };
    Pair<string, Point> genericWithStruct = new() { First = "f", Second = new() { X = 1 } };
    Holder<string> holder = new() { Closed = new("k", 2), Open = new("k", "v") };
    WithEvent withEvent = new();
    Empty empty = new();
    Wide wide = new();
    Lazy<int> lazy = new(() => 3);
    Hidden derived = new();
}

record Order(int Id, string Customer)
{
    public decimal Total { get; init; }
}

record Express(int Id, string Customer) : Order(Id, Customer)
{
    public string? Courier { get; init; }
}

readonly record struct Money(decimal Amount, string Currency);

struct Line
{
    public Point From, To;
}

class Node
{
    public int Value;
    public Node? Next;

    public static Node Ring()
    {
        var a = new Node { Value = 1 };
        a.Next = new Node { Value = 2, Next = a };
        return a;
    }

    public static Node? Chain(int length) => length == 0 ? null : new Node { Value = length, Next = Chain(length - 1) };
}

class Counter(int start)
{
    public int Next() => start++;
}

class Outer<T>
{
    public class Inner<U>
    {
        public T? A;
        public U? B;
    }
}

class Pair<T, U>
{
    public T? First;
    public U? Second;
}

class Holder<T>
{
    public KeyValuePair<string, int> Closed;
    public KeyValuePair<string, T> Open;
}

class WithEvent
{
    public event EventHandler? Changed;
}

class Empty;

class Wide
{
    int a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9, j = 10, k = 11, l = 12, m = 13, n = 14, o = 15, p = 16, q = 17,
        r = 18, s = 19, t = 20, u = 21, v = 22;
}

class Base
{
    protected int id = 1;
}

class Hidden : Base
{
    new int id = 2;
}
