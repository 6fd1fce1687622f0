using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Collections whose nodes are linked: LinkedList, ConcurrentStack, ImmutableStack.</summary>
/// <param name="first">Field with the first node.</param>
/// <param name="next">A node's field with the one behind it.</param>
/// <param name="item">A node's field with the element.</param>
/// <param name="count">Field with the number of elements; null if they have to be counted.</param>
internal sealed class LinkedView(string first, string next, string item, string? count = null) : View
{
    /// <summary>A longer one is counted no further, and not shown as if it ended there.</summary>
    private const int MostCounted = 10_000;

    public override long? Count(Instance instance)
    {
        if (count is not null)
            return instance.TryRead(count, out int told) && told >= 0 ? told : null;
        if (instance.Type.Field(first) is null)
            return null;
        int found = Nodes.Linked(instance, first, next).Take(MostCounted).Count();
        return found < MostCounted ? found : null;
    }

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (Count(instance) is not { } all)
            return null;
        var nodes = Nodes.Linked(instance, first, next);
        // the last node of a LinkedList leads to the first
        return Nodes.Sequence(instance, all, nodes.Take((int)Math.Min(all, budget.Limits.Items)), item, budget);
    }
}
