using Tripod.Inspection.Variables.LiveRanges;

namespace Tripod.Inspection.Tests.Variables.LiveRanges;

/// <summary>Which notes are believed, and where a variable is of which the note is wrong.</summary>
public sealed class LiveRangeTableTests
{
    private const int Variable = 1, Other = 2;

    private static readonly FrameHome Home = new(FrameBase.FramePointer, -8), Elsewhere = new(FrameBase.FramePointer, -16);
    private static readonly FrameStore Store = new(Home, 8);

    [Fact]
    public void A_register_is_believed_while_the_note_holds()
    {
        var table = Table(InRegister(Variable, 20, 30));
        Assert.False(table.IsInRegister(Variable, 19));
        Assert.True(table.IsInRegister(Variable, 20));
        Assert.True(table.IsInRegister(Variable, 29));
        Assert.False(table.IsInRegister(Variable, 30));
        Assert.False(table.IsInRegister(Other, 20));
        Assert.Null(table.FindStore(Variable, 20));
    }

    [Fact]
    public void Where_one_note_ends_and_the_next_begins_none_is_believed()
    {
        var table = Table(InRegister(Variable, 20, 30), InRegister(Variable, 30, 40));
        Assert.False(table.IsInRegister(Variable, 30));
        Assert.True(table.IsInRegister(Variable, 31));
    }

    [Fact]
    public void A_note_that_begins_behind_a_store_means_the_place_that_was_stored_to()
    {
        var table = Table(InRegister(Variable, 10, 30));
        Assert.False(table.IsInRegister(Variable, 10));
        Assert.Equal(Store, table.FindStore(Variable, 10));
        Assert.Equal(Store, table.FindStore(Variable, 29));
        Assert.Null(table.FindStore(Variable, 30));
    }

    [Fact]
    public void An_argument_that_came_in_a_register_stays_there_though_the_prolog_ends_with_a_store()
    {
        var table = Table(InRegister(Variable, 0, 10), InRegister(Variable, 10, 30));
        Assert.True(table.IsInRegister(Variable, 11));
        Assert.Null(table.FindStore(Variable, 11));
    }

    [Fact]
    public void Where_the_store_may_be_of_another_variable_neither_is_known()
    {
        foreach (var other in (LiveRange[])[InRegister(Other, 10, 30), OnStack(Other, Home), OnStack(Variable, Elsewhere)])
        {
            var table = Table(InRegister(Variable, 10, 30), other);
            Assert.False(table.IsInRegister(Variable, 11));
            Assert.Null(table.FindStore(Variable, 11));
        }
        Assert.Equal(Store, Table(InRegister(Variable, 10, 30), OnStack(Variable, Home), OnStack(Other, Elsewhere)).FindStore(Variable, 11));
    }

    private static LiveRangeTable Table(params LiveRange[] ranges) => new(ranges, new Dictionary<uint, FrameStore> { [10] = Store });

    private static LiveRange InRegister(int variable, uint start, uint end) => new(variable, start, end, VariableLocation.Register, default);

    private static LiveRange OnStack(int variable, FrameHome home) => new(variable, 50, 60, VariableLocation.Stack, home);
}
