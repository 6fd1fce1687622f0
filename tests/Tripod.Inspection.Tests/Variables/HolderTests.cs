using System.Reflection;
using System.Runtime.CompilerServices;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Tests.Variables;

public class HolderTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    // it is at work for an instant: of what it makes the fields are still zero
    [Fact]
    public void The_constructor_of_a_state_machine_or_closure_has_no_variables()
    {
        Type machine = typeof(AssignmentCases).GetMethod(nameof(AssignmentCases.Yielding), All)!.GetCustomAttribute<StateMachineAttribute>()!.StateMachineType;
        Type closure = typeof(AssignmentCases).GetNestedTypes(All).First(type => type.Name.StartsWith("<>c__DisplayClass", StringComparison.Ordinal));
        foreach (Type holder in (Type[])[machine, closure])
        {
            MethodSymbols symbols = Constructor(holder);
            Assert.True(symbols.MakesHolder);
            Assert.Empty(symbols.WrittenParameters);
        }
    }

    [Fact]
    public void A_constructor_of_the_author_s_has_its_parameters()
    {
        MethodSymbols symbols = Constructor(typeof(OwnMethod));
        Assert.False(symbols.MakesHolder);
        Assert.Equal(["method"], symbols.WrittenParameters);
    }

    private static MethodSymbols Constructor(Type type) =>
        OwnMethod.Of(nameof(AssignmentCases.Declared)).Symbols.Module.GetMethod(Assert.Single(type.GetConstructors(All & ~BindingFlags.Static)).MetadataToken)!;
}
