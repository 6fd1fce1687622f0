using Microsoft.CodeAnalysis.CSharp.Scripting.Hosting;

namespace Tripod.Scripting.Tests;

/// <summary>The script's <c>Print</c> against csi's own formatter.</summary>
public sealed class PrintTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Print_writes_what_csi_writes()
    {
        (string Expression, object? Value)[] cases =
        [
            ("null", null), ("\"a\\n\\\"b\\\\ \\u0001 ä\"", "a\n\"b\\ \u0001 ä"), ("'x'", 'x'), ("'\\''", '\''), ("true", true),
            ("42", 42), ("1.5", 1.5), ("1e30", 1e30), ("double.NaN", double.NaN), ("1.5m", 1.5m), ("DayOfWeek.Monday", DayOfWeek.Monday),
            ("FileAttributes.Hidden | FileAttributes.System", FileAttributes.Hidden | FileAttributes.System),
            ("new[] { 1, 2 }", new[] { 1, 2 }), ("new int[0]", Array.Empty<int>()), ("new[,] { { 1, 2 }, { 3, 4 } }", new[,] { { 1, 2 }, { 3, 4 } }),
            ("new int[][] { new[] { 1 }, null }", new int[]?[] { [1], null }),
            ("new List<int> { 1, 2 }", new List<int> { 1, 2 }), ("new List<string> { \"a\" }", new List<string> { "a" }),
            ("new Dictionary<string, int> { [\"a\"] = 1 }", new Dictionary<string, int> { ["a"] = 1 }),
            ("new List<List<int>> { new() { 1 } }", new List<List<int>> { new() { 1 } }), ("new Queue<int>(new[] { 1 })", new Queue<int>([1])),
            ("Enumerable.Range(1, 3).Select(n => n * 2).Where(n => n > 2)", Enumerable.Range(1, 3).Select(n => n * 2).Where(n => n > 2)),
            ("(1, \"a\")", (1, "a")), ("new KeyValuePair<string, int>(\"k\", 1)", new KeyValuePair<string, int>("k", 1)),
            ("new InvalidOperationException(\"bad\")", new InvalidOperationException("bad")), ("TimeSpan.FromSeconds(90)", TimeSpan.FromSeconds(90)),
            ("new DateTime(2026, 1, 2, 3, 4, 5)", new DateTime(2026, 1, 2, 3, 4, 5)), ("Guid.Empty", Guid.Empty), ("typeof(List<string>)", typeof(List<string>)),
            ("new object()", new object()), ("new Uri(\"http://a/b\")", new Uri("http://a/b")), ("new StringBuilder(\"sb\")", new System.Text.StringBuilder("sb")),
            ("Enumerable.Range(0, 600).ToArray()", Enumerable.Range(0, 600).ToArray()),
            ("new Point { X = 1, Name = \"p\" }", new Point { X = 1, Name = "p" }), ("new Circle()", new Circle()), ("new Failing()", new Failing()),
        ];
        const string Types = """
            class Point { public int X; public string Name { get; set; } }
            class Circle { public Circle Me => this; }
            class Failing { public int Value => throw new InvalidOperationException("no"); }
            """;
        Outcome outcome = await _folder.RunText($"{string.Concat(cases.Select(one => $"Print({one.Expression});\n"))}{Types}");
        IEnumerable<string> expected = cases.Select(one => CSharpObjectFormatter.Instance.FormatObject(one.Value).Replace("PrintTests.", "", StringComparison.Ordinal));
        Assert.Equal(string.Join('\n', expected) + "\n", outcome.Output);
    }

    [Fact]
    public async Task Print_writes_an_endless_sequence_and_a_deep_object_only_so_far()
    {
        Outcome outcome = await _folder.RunText("""
            IEnumerable<int> Forever() { while (true) yield return 1; }
            Print(Forever());
            object deep = null;
            for (int i = 0; i < 100_000; i++) deep = new[] { deep };
            Print(deep);
            """);
        Assert.Equal(0, outcome.ExitCode);
        Assert.All(outcome.Output.TrimEnd().Split('\n'), line => Assert.EndsWith("...", line, StringComparison.Ordinal));
    }

    private sealed class Point
    {
        public int X;
        public string Name { get; set; } = "";
    }

    private sealed class Circle
    {
        public Circle Me => this;
    }

    private sealed class Failing
    {
#pragma warning disable CA1822 // a static property is no member to print
        public int Value => throw new InvalidOperationException("no");
#pragma warning restore CA1822
    }
}
