namespace InspectValues;

class Bounds
{
    public static readonly Bounds All = new();

    Level deep = Level.Of(30);
    int[] numbers = [.. Enumerable.Range(0, 100)];
    List<int> list = [.. Enumerable.Range(0, 100)];
    Dictionary<int, int> map = Enumerable.Range(0, 100).ToDictionary(i => i);
    string text = new('x', 1000);
    List<List<int>> tree = [.. Enumerable.Range(0, 50).Select(i => Enumerable.Range(0, 50).ToList())];
    Dictionary<int, int> mostlyRemoved = Removed();

    static Dictionary<int, int> Removed()
    {
        var result = Enumerable.Range(0, 100_000).ToDictionary(i => i);
        for (int i = 0; i < 99_999; i++)
            result.Remove(i);
        return result;
    }
}

class Level
{
    public int Number;
    public Level? Below;

    public static Level Of(int levels)
    {
        Level? level = null;
        for (int i = levels; i > 0; i--)
            level = new Level { Number = i, Below = level };
        return level!;
    }
}
