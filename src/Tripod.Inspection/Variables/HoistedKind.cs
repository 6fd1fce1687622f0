namespace Tripod.Inspection.Variables;

/// <summary>What a field that the compiler made holds.</summary>
internal enum HoistedKind
{
    /// <summary>Nothing of the author's.</summary>
    Hidden,

    /// <summary>A local variable of a state machine: <c>&lt;i&gt;5__1</c>.</summary>
    Local,

    /// <summary>A parameter of a state machine, a captured variable of a closure, a variable of a script.</summary>
    Plain,

    /// <summary>The author's <c>this</c>, or the closure around: <c>&lt;&gt;4__this</c>.</summary>
    This,

    /// <summary>A closure with more variables: <c>&lt;&gt;8__1</c>, <c>CS$&lt;&gt;8__locals1</c>.</summary>
    Closure,
}
