using Tripod.Inspection.Symbols;
using Tripod.Inspection.Variables.Assignment;

namespace Tripod.Inspection.Tests.Variables;

public sealed class AssignmentTests
{
    [Theory]
    [InlineData("Declared", 1, "No")]
    [InlineData("Declared", 2, "Yes")]
    [InlineData("Round", 1, "No")]
    [InlineData("Round", 2, "Yes")]
    [InlineData("Sometimes", 1, "No")]
    [InlineData("Sometimes", 2, "Perhaps")]
    [InlineData("Sometimes", 3, "Yes")]
    [InlineData("Filled", 1, "No")]
    [InlineData("Filled", 2, "Yes")]
    [InlineData("Finally", 1, "No")]
    [InlineData("Finally", 2, "Yes")]
    [InlineData("Caught", 1, "No")]
    [InlineData("Caught", 2, "Yes")]
    [InlineData("Caught", 3, "Perhaps")]
    [InlineData("Caught", 4, "Yes")]
    public void A_local_is_assigned_when_every_way_there_assigns_it(string name, int point, string assigned)
    {
        var method = OwnMethod.Of(name);

        Assert.Equal(assigned, Assignments.Of(method.Symbols).Local(method.Slot("a"), method.Call("Here", point), isLeaf: false).ToString());
    }

    [Theory]
    [InlineData("Captured", "a", 1, "No")]
    [InlineData("Captured", "a", 2, "Yes")]
    [InlineData("Awaiting", "a", 1, "No")]
    [InlineData("Awaiting", "a", 2, "Yes")]
    [InlineData("Awaiting", "b", 2, "No")]
    [InlineData("Awaiting", "b", 3, "Yes")]
    [InlineData("Yielding", "a", 1, "No")]
    [InlineData("Yielding", "a", 3, "Yes")]
    [InlineData("Yielding", "b", 3, "No")]
    [InlineData("Yielding", "b", 4, "Yes")]
    public void So_is_a_variable_that_the_compiler_made_a_field_of(string name, string variable, int point, string assigned)
    {
        var method = OwnMethod.Of(name);
        var field = OwnMethod.Field(name, variable);

        Assert.Equal(assigned, Assignments.Of(method.Symbols).Field(field.DeclaringType!.MetadataToken, field.Name, method.Call("Here", point), isLeaf: false).ToString());
    }

    [Fact]
    public void An_out_parameter_is_assigned_by_the_store_through_it()
    {
        var method = OwnMethod.Of("Fill");
        var assignments = Assignments.Of(method.Symbols);

        Assert.Equal(Assigned.No, assignments.Out(1, method.Call("Here"), isLeaf: false));
        Assert.Equal(Assigned.Yes, assignments.Out(1, method.Call("Here", 2), isLeaf: false));
        Assert.Equal(Assigned.Unknown, assignments.Out(0, method.Call("Here", 2), isLeaf: false));
    }

    [Fact]
    public void An_argument_of_a_call_is_not_assigned_before_it_returns()
    {
        var method = OwnMethod.Of("Filled");

        Assert.Equal(Assigned.No, Assignments.Of(method.Symbols).Local(method.Slot("a"), method.Call("Fill"), isLeaf: false));
    }

    [Fact]
    public void A_call_that_was_moved_to_another_line_is_found()
    {
        var method = OwnMethod.Of("Moved");
        int second = method.Symbols.Lines.Last(line => line.ILOffset <= method.Call("Fill")).ILOffset;

        var lines = new CallLines(new References(_ => null));
        Assert.Equal(method.Call("Here", 1), lines.Find(method.Symbols, second, OwnMethod.Of("Here").Symbols));
        Assert.Equal(method.Call("Fill"), lines.Find(method.Symbols, second, OwnMethod.Of("Fill").Symbols));
    }

    [Theory]
    [InlineData("UsedOnce", 0, 0)]
    [InlineData("UsedOnce", 1, 0)]
    [InlineData("UsedTwice", 0, 0)]
    [InlineData("UsedTwice", 1, 1)]
    [InlineData("UsedTwice", 2, null)]
    [InlineData("UsedInside", 0, 0)]
    [InlineData("UsedInside", 1, 0)]
    public void A_static_constructor_is_run_by_a_line_that_uses_its_type(string name, int noted, int? expected)
    {
        var method = OwnMethod.Of(name).Symbols;
        int[] lines = [.. method.Lines.Select(point => point.Line).Distinct().Skip(1)]; // the first is that of the brace
        int at = method.Lines.First(point => point.Line == lines[noted]).ILOffset;

        int found = new CallLines(new References(_ => null)).Find(method, at, OwnMethod.InitializerOf("Initialized").Symbols);
        Assert.Equal(expected, method.TryGetLine(found, out var line) ? Array.IndexOf(lines, line.Line) : null);
    }
}
