using System.Text;
using Tripod.Samples;
using static Tripod.Log.Tests.Samples;

namespace Tripod.Log.Tests.Text;

public sealed class ValueTests
{
    [Fact]
    public void Every_kind_of_value_has_its_own_look()
    {
        var page = new StringBuilder();
        foreach (var value in Kinds)
            page.Append(Printed.Value(value));
        Approved.Check("values", page.ToString());
    }

    [Fact]
    public void Long_values_are_broken_and_indented()
    {
        var page = new StringBuilder();
        foreach (var value in Long)
            page.Append(Printed.Value(value));
        Approved.Check("long-values", page.ToString());
    }

    [Theory]
    [InlineData(98, 1)]
    [InlineData(99, 3)]
    public void A_value_is_on_one_line_as_long_as_it_fits_into_100_columns(int letters, int lines)
    {
        var value = new Composite("", [new Member("", new Scalar(new string('a', letters)))]);
        Assert.Equal(lines, Printed.Value(value).Count(c => c == '\n'));
    }

    [Fact]
    public void Nesting_without_end_is_cut_and_said()
    {
        Value value = Quote(new string('a', 100));
        for (int i = 0; i < 100_000; i++)
            value = new Composite("T", [new Member("Next", value)]);
        Assert.Contains("T {… too deep}", Printed.Value(value), StringComparison.Ordinal);
    }

    private static Value[] Kinds =>
    [
        Value.Null, Value.Unavailable, Value.NotAssigned, Value.Redacted, Value.Unreadable,
        Number(-1), new Scalar("DayOfWeek.Monday"), new Scalar("'\\n'"), Quote(""), Quote("a \\\"b\\\""),
        new StringValue("The quick brown", 4800, IsCut: true),
        new Sequence("int[]", 0, []), new Sequence("int[]", 3, [Number(1), Number(2), Number(3)]), new Sequence("int[]", 1200, [Number(1)]),
        new Sequence("List<int>", 7, []),
        new Map("Dictionary<string, int>", 2, [new(Quote("a"), Number(1)), new(Quote("b"), Number(2))]),
        new Map("Dictionary<string, int>", 3, [new(Quote("a"), Number(1))]),
        new Composite("Empty", []), Order(1), new Composite("Wide", [new Member("A", Number(1))], Omitted: 30),
        new Composite("", [new Member("", Number(1)), new Member("", Quote("x"))]),
        new Composite("", [new Member("Name", Quote("Ann")), new Member("Age", Number(41))]),
        new Elided("Order"), new Elided("List<Order>", 1200), new Cycle("Node"),
    ];

    private static Value[] Long =>
    [
        new Sequence("int[]", 1000, [.. Enumerable.Range(100_000, 30).Select(Number)]),
        new Sequence("List<Order>", 3, [Order(1), Order(2), Order(3)]),
        new Map("Dictionary<string, Order>", 40, [new(Quote("first"), Order(1)), new(Quote("second"), Order(2))]),
        new Map("Dictionary<Order, Order>", 1, [new(Order(1), Order(2))]),
        new Composite("Cart", [new Member("Orders", new Sequence("Order[]", 2, [Order(1), Order(2)])), new Member("Owner", Value.Null)], Omitted: 3),
        new Composite("", [new Member("", Order(1)), new Member("", Order(2))]),
        Quote(new string('x', 120)),
        new Sequence("string[]", 2, [Quote(new string('x', 120)), Quote("short")]),
    ];
}
