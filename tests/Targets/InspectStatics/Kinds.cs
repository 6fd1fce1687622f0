namespace InspectStatics;

/// <summary>Static fields of each kind, all of them assigned.</summary>
unsafe class Kinds
{
    const int Constant = 1;
    const string Text = "constant";
    static bool truth = true;
    static byte small = 200;
    static char letter = 'x';
    static int number = -42;
    static long large = 1L << 40;
    static double fraction = 1.5;
    static nint native = 7;
    static int* pointer = null;
    static delegate*<int> function = null;
    static DayOfWeek day = DayOfWeek.Friday;
    static readonly string name = "shop";
    static string? none = null;
    static string? neverAssigned;
    static int neverNumbered;
    static List<int> list = [1, 2, 3];
    static Dictionary<string, string> settings = new() { ["color"] = "blue", ["password"] = "hunter2" };
    static Place place = new(3, "here");
    static Place defaultPlace;
    static decimal price = 12.50m;
    static DateTime since = new(2026, 11, 21, 2, 31, 33, DateTimeKind.Utc);
    static int? maybe = 5;
    static int? not = null;
    static (string Name, int Count) pair = ("apples", 4);
    static KeyValuePair<string, int> entry = new("k", 1);
    static Guid id = new("00112233-4455-6677-8899-aabbccddeeff");
    static string password = "hunter2";
    static int tokenCount = 3;
    static string Property { get; set; } = "of a property";
    static string connection = "Server=db;User Id=sa;Password=hunter2;";
    static event EventHandler? Changed = (_, _) => { };
    static Func<int> compiled = () => 3;
    static int[] empty = [];
    int instance = 1;

    public static void Run(ThreadStart next)
    {
        Kinds kinds = new() { instance = number };
        next();
        GC.KeepAlive(kinds);
    }
}

record struct Place(int Row, string Name);

/// <summary>A struct that has static fields.</summary>
struct Worth
{
    static int number = 9;
    static Worth self = new() { value = 10 };
    int value;

    public static void Run(ThreadStart next)
    {
        _ = number;
        next();
    }
}
