namespace Tripod.Samples;

/// <summary>One call on a thread's stack. All text is escaped.</summary>
public sealed record Frame
{
    /// <summary>The method as its author wrote it, with namespace, type, generic arguments and no parameters: <c>Shop.Cart.Add&lt;T&gt;</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The method's own name, as it stands in <c>Arguments: Name(…)</c>: <c>Add</c>.</summary>
    public required string ShortMethod { get; init; }

    /// <summary>Parameter names in order, known without any value.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>File name of the assembly that holds the method, such as <c>Shop.dll</c>; null for dynamic methods.</summary>
    public string? Assembly { get; init; }

    /// <summary>Where in the source the frame stands; null without a matching PDB.</summary>
    public SourceLine? Source { get; init; }

    /// <summary>
    /// The code is optimised and may stand in a method that was compiled into this one: the line is that of the call.
    /// </summary>
    public bool MayBeInlined { get; init; }

    /// <summary>Arguments, <c>this</c> first; empty until variables are read.</summary>
    public IReadOnlyList<Variable> Arguments { get; init; } = [];

    /// <summary>Local variables in scope; empty until variables are read.</summary>
    public IReadOnlyList<Variable> Locals { get; init; } = [];
}
