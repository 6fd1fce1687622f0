using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// Calls that nobody wants to read. Between an async method's caller and its body the compiler puts the method itself,
/// which only makes the state machine, and the builder that starts it; between two bodies of which one resumes the
/// other stand the builders and tasks that pass the word. The bodies' frames are what the author wrote. And there are methods whose author has hidden them from stack traces.
/// </summary>
internal static class Plumbing
{
    // by which an async method starts, ends, and is resumed by what it awaited
    private static readonly string[] Machinery =
    [
        "System.Runtime.CompilerServices.Async",
        "System.Threading.ExecutionContext.Run",
        "System.Threading.Tasks.AwaitTaskContinuation.",
        "System.Threading.Tasks.Task.RunContinuations",
        "System.Threading.Tasks.Task<TResult>.TrySetResult",
    ];

    private const string StateMachineAttribute = "System.Runtime.CompilerServices.AsyncStateMachineAttribute";

    // what the runtime calls, and blocks on an async Main
    private const string AsyncMainCaller = "<Main>";

    private const string HiddenAttribute = "System.Diagnostics.StackTraceHiddenAttribute";

    // the author's finally blocks, in iterators
    private const string FinallyBlock = "<>m__Finally";

    /// <summary>Whether it is machinery or hidden by its author; that of <see cref="IsKickoff"/> is told apart.</summary>
    /// <param name="symbols">A method.</param>
    /// <param name="isFramework">Whether it is one of the framework's.</param>
    public static bool Contains(MethodSymbols symbols, bool isFramework) =>
        isFramework && IsMachinery(symbols.Name.Full) || symbols.MetadataName == AsyncMainCaller || IsMadeForStateMachine(symbols) || symbols.IsUnderAttribute(HiddenAttribute);

    /// <summary>Whether it is an async method that makes a state machine and starts it.</summary>
    public static bool IsKickoff(MethodSymbols symbols) => symbols.HasAttribute(StateMachineAttribute);

    /// <summary>Whether the compiler has written all of it: the interfaces of a state machine, but not what the author's body has become.</summary>
    private static bool IsMadeForStateMachine(MethodSymbols symbols) =>
        !symbols.IsMoveNext && !symbols.MetadataName.StartsWith(FinallyBlock, StringComparison.Ordinal)
        && !ForeignNames.IsFSharpClosure(symbols.DeclaringName, out _) && MangledName.TryParse(symbols.DeclaringName, out var declaring) && declaring.IsStateMachine;

    private static bool IsMachinery(string method) => Array.Exists(Machinery, prefix => method.StartsWith(prefix, StringComparison.Ordinal));
}
