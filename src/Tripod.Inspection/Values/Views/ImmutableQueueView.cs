using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>ImmutableQueue: what is next lies in one stack, what came last, backwards, in the other.</summary>
internal sealed class ImmutableQueueView : View
{
    public override long? Count(Instance instance) => Elements(instance)?.Count;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget) =>
        Elements(instance) is { } elements ? Nodes.Sequence(instance, elements.Count, elements, "_head", budget) : null;

    private static List<Instance>? Elements(Instance queue)
    {
        if (!queue.TryObject("_forwards", out var forwards) || !queue.TryObject("_backwards", out var backwards) ||
            ImmutableStacks.Elements(forwards, "_tail") is not { } next || ImmutableStacks.Elements(backwards, "_tail") is not { } last)
            return null;
        last.Reverse();
        return [.. next, .. last];
    }
}
