namespace Tripod.Inspection.Symbols;

/// <summary>What the compiler made a method of.</summary>
internal enum MethodKind
{
    /// <summary>What it says it is.</summary>
    Ordinary,

    /// <summary>A lambda or anonymous method; <c>this</c> is the compiler's closure, or the author's object if nothing is captured.</summary>
    Lambda,

    /// <summary>A local function.</summary>
    LocalFunction,

    /// <summary>A method of an async or iterator state machine, mostly MoveNext: its variables are fields of <c>this</c>.</summary>
    StateMachine,
}
