using Tripod.Samples;

namespace Tripod.Inspection;

/// <summary>How much of a target is read.</summary>
public sealed record InspectionOptions
{
    /// <summary>Bounds of a sample.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>Whether arguments and locals are read.</summary>
    public bool Variables { get; init; } = true;

    /// <summary>Whether the static fields of the types on the stacks are read, with arguments and locals.</summary>
    public bool Statics { get; init; }

    /// <summary>Whether stacks are shown as they are: with the frames that compilers and the runtime add, and calls that they split.</summary>
    public bool Raw { get; init; }
}
