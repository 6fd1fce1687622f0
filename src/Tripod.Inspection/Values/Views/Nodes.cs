using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Collections whose elements are objects of their own, linked or in a tree. Every walk is bounded: what is corrupt may be a ring.</summary>
internal static class Nodes
{
    /// <summary>No balanced tree is deeper.</summary>
    private const int DeepestTree = 100;

    /// <summary>A collection whose elements are a field of its nodes.</summary>
    public static Value Sequence(Instance owner, long count, IEnumerable<Instance> nodes, string item, Budget budget)
    {
        var items = new List<Value>();
        foreach (var node in nodes.TakeWhile(_ => !budget.IsSpent).Take(budget.Limits.Items))
            items.Add(node.Field(item, Secrecy.Open, budget) ?? Value.Unreadable);
        return new Sequence(owner.Type.Name, Math.Max(count, items.Count), items);
    }

    /// <summary>A node and those behind it, as far as they are asked for.</summary>
    public static IEnumerable<Instance> Linked(Instance owner, string first, string next)
    {
        for (string link = first; owner.TryObject(link, out var node); owner = node, link = next)
            yield return node;
    }

    /// <summary>The nodes of a binary tree in their order.</summary>
    /// <param name="root">The root.</param>
    /// <param name="left">Field with the node before.</param>
    /// <param name="right">Field with the node behind.</param>
    /// <param name="hasEmptyNodes">A leaf has two empty nodes below it, which themselves have none (System.Collections.Immutable).</param>
    public static IEnumerable<Instance> InOrder(Instance root, string left, string right, bool hasEmptyNodes)
    {
        var open = new Stack<Instance>();
        Instance? current = root;
        while (open.Count < DeepestTree)
        {
            if (current is { } node && !(hasEmptyNodes && !node.TryObject(left, out _)))
            {
                open.Push(node);
                current = Child(node, left);
            }
            else if (open.TryPop(out var parent))
            {
                yield return parent;
                current = Child(parent, right);
            }
            else
                yield break;
        }
    }

    private static Instance? Child(Instance node, string side) => node.TryObject(side, out var child) ? child : null;
}
