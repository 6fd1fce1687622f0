using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Sorted sets and dictionaries, mutable and immutable, and ImmutableList: binary trees.</summary>
/// <param name="root">Field with the root.</param>
/// <param name="count">Field with the number of elements, in the collection or else in its root.</param>
/// <param name="tree">Names of a node's fields.</param>
internal sealed class TreeView(string root, string count, TreeFields tree) : View
{
    public override long? Count(Instance instance)
    {
        if (instance.TryRead(count, out int ofAll) || instance.TryObject(root, out var top) && top.TryRead(count, out ofAll))
            return ofAll >= 0 ? ofAll : null;
        return null;
    }

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (Count(instance) is not { } ofAll)
            return null;
        var nodes = instance.TryObject(root, out var top) ? Nodes.InOrder(top, tree.Left, tree.Right, tree.HasEmptyNodes) : [];
        return tree.Value is null
            ? Nodes.Sequence(instance, ofAll, nodes, tree.Item, budget)
            : DictionaryView.Map(instance, ofAll, nodes.Take(budget.Limits.Items), tree.Item, tree.Value, budget);
    }
}
