using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace InspectValues;

class Collections
{
    public static readonly Collections All = new();

    int[] numbers = [1, 2, 3];
    int[] none = [];
    byte[] bytes = [0, 127, 255];
    char[] chars = ['a', '\n'];
    string?[] strings = ["a", null, "c"];
    int?[] nullables = [1, null];
    DayOfWeek[] days = [DayOfWeek.Monday, (DayOfWeek)9];
    Point[] points = [new() { X = 1, Y = 2 }, new() { X = 3, Y = 4 }];
    int[,] grid = { { 1, 2, 3 }, { 4, 5, 6 } };
    int[][] jagged = [[1], [2, 3], null!];
    int[,][] mixed = new int[1, 2][];
    object[] objects = [1, "two", 3.0, DayOfWeek.Thursday, new object()];
    Array oneBased = Array.CreateInstance(typeof(int), [2], [1]);
    List<int> list = [10, 20, 30];
    List<string> emptyList = [];
    List<(int Id, string Name)> tuples = [(1, "a")];
    List<int> many = [.. Enumerable.Range(0, 1000)];
    Dictionary<string, int> ages = new() { ["Ann"] = 30, ["Bob"] = 40 };
    Dictionary<int, List<string>> nested = new() { [1] = ["x", "y"] };
    Dictionary<string, Point?> withStructs = new() { ["p"] = new Point { X = 5 }, ["q"] = null };
    Dictionary<string, int> withHoles = Holes();
    Dictionary<(int, int), string> byTuple = new() { [(1, 2)] = "here" };
    HashSet<string> set = ["red", "green"];
    HashSet<int> setWithHoles = SetHoles();
    Queue<int> queue = Wrapped();
    Stack<string> stack = new(["bottom", "top"]);
    ArrayList oldList = [1, "x"];
    ConcurrentDictionary<string, int> concurrent = new() { ["one"] = 1 };
    ImmutableArray<int> immutable = [7, 8];
    ArraySegment<int> segment = new([1, 2, 3, 4], 1, 2);
    Memory<int> memory = new([1, 2, 3, 4], 2, 2);
    ReadOnlyCollection<int> readOnly = new List<int> { 1, 2 }.AsReadOnly();
    ObservableCollection<string> observable = ["seen"];
    IReadOnlyList<int> expression = [1, 2, 3];
    KeyValuePair<string, int> pair = new("k", 1);
    Basket basket = new() { Owner = "Ann" };
    IEnumerable<int> iterator = Numbers(3);

    static IEnumerable<int> Numbers(int count)
    {
        for (int i = 0; i < count; i++)
            yield return i;
    }

    static Dictionary<string, int> Holes()
    {
        var result = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2, ["c"] = 3 };
        result.Remove("a");
        return result;
    }

    static HashSet<int> SetHoles()
    {
        HashSet<int> result = [1, 2, 3];
        result.Remove(2);
        return result;
    }

    static Queue<int> Wrapped()
    {
        var result = new Queue<int>([1, 2, 3, 4]);
        result.Dequeue();
        result.Dequeue();
        result.Enqueue(5);
        result.Enqueue(6);
        return result;
    }
}

class Basket : List<string>
{
    public string Owner = "";

    public Basket() => Add("apple");
}
