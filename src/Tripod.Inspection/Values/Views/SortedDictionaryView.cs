using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>SortedDictionary: a sorted set of pairs (SortedDictionary.cs).</summary>
internal sealed class SortedDictionaryView : View
{
    public override long? Count(Instance instance) => instance.TryObject("_set", out var set) && set.TryRead("count", out int count) && count >= 0 ? count : null;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (Count(instance) is not { } count || !instance.TryObject("_set", out var set))
            return null;
        var tree = TreeFields.OfSorted;
        var nodes = set.TryObject("root", out var root) ? Nodes.InOrder(root, tree.Left, tree.Right, tree.HasEmptyNodes) : [];
        var pairs = new List<Instance>();
        foreach (var node in nodes.Take(budget.Limits.Items))
        {
            if (!node.TryStruct(tree.Item, out var pair))
                return null;
            pairs.Add(pair);
        }
        return DictionaryView.Map(instance, count, pairs, "key", "value", budget);
    }
}
