using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>ImmutableStack.</summary>
internal sealed class ImmutableStackView : View
{
    public override long? Count(Instance instance) => instance.Type.Field("_tail") is null ? null : ImmutableStacks.Elements(instance)?.Count;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget) =>
        instance.Type.Field("_tail") is not null && ImmutableStacks.Elements(instance) is { } elements
            ? Nodes.Sequence(instance, elements.Count, elements, "_head", budget)
            : null;
}
