namespace Tripod.Samples;

/// <summary>The static fields of a type: those that all threads share, or those that a thread has for itself.</summary>
public sealed record TypeStatics
{
    /// <summary>The type as its author wrote it, with namespace and generic arguments, escaped: <c>Shop.Cache&lt;int&gt;</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its static constructor, or the initialiser of one of its static fields, has thrown an exception.</summary>
    public bool HasFailed { get; init; }

    /// <summary>The fields in the order of their declaration, a property's under the property's name; no constants.</summary>
    public IReadOnlyList<Variable> Fields { get; init; } = [];

    /// <summary>Fields that a limit left out.</summary>
    public int Omitted { get; init; }
}
