using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>ImmutableStack, and F#'s list, which is the same.</summary>
/// <param name="head">Field with the element.</param>
/// <param name="tail">Field with the rest; null in an empty one.</param>
internal sealed class ImmutableStackView(string head, string tail) : View
{
    public override long? Count(Instance instance) => instance.Type.Field(tail) is null ? null : ImmutableStacks.Elements(instance, tail)?.Count;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget) =>
        instance.Type.Field(tail) is not null && ImmutableStacks.Elements(instance, tail) is { } elements
            ? Nodes.Sequence(instance, elements.Count, elements, head, budget)
            : null;
}
