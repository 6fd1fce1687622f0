using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// Calls that the compiler puts between an async method's caller and its body: the method itself, which only makes the
/// state machine, and the builder that starts it. The body's frame is the one that the author wrote.
/// </summary>
internal static class Plumbing
{
    private const string Builders = "System.Runtime.CompilerServices.Async";
    private const string StateMachineAttribute = "System.Runtime.CompilerServices.AsyncStateMachineAttribute";

    public static bool Contains(MethodSymbols symbols) => IsBuilderStart(symbols.Name) || symbols.HasAttribute(StateMachineAttribute);

    // AsyncTaskMethodBuilder<T>.Start<TStateMachine>, AsyncMethodBuilderCore.Start<TStateMachine>…
    private static bool IsBuilderStart(MethodName name) =>
        name.Full.StartsWith(Builders, StringComparison.Ordinal) && name.Short.StartsWith("Start", StringComparison.Ordinal);
}
