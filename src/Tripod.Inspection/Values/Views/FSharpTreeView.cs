using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>
/// F#'s Map and Set: a binary tree whose leaves are objects of the nodes' base type, and which has no count (map.fs, set.fs
/// of FSharp.Core, since 5.0; before that the trees were unions, which are shown by their fields).
/// </summary>
internal sealed class FSharpTreeView(bool isMap) : View
{
    private const string Tree = "tree", Item = "k", Content = "v", Height = "h", Left = "left", Right = "right";

    /// <summary>A larger one is counted no further, and not shown as if it ended there.</summary>
    private const int MostCounted = 10_000;

    public override long? Count(Instance instance)
    {
        if (TreeOf(instance) is not { } tree)
            return null;
        if (!instance.TryObject(tree, out var root))
            return instance.TryRead(tree, out ulong address) && address == 0 ? 0 : null;
        if (root.Type.Field(Item) is null || root.Type.Field(Height) is null || isMap && root.Type.Field(Content) is null)
            return null;
        int found = InOrder(root).Take(MostCounted).Count();
        return found < MostCounted ? found : null;
    }

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (Count(instance) is not { } count)
            return null;
        var nodes = instance.TryObject(TreeOf(instance)!, out var root) ? InOrder(root) : [];
        return isMap
            ? DictionaryView.Map(instance, count, nodes.Take(budget.Limits.Items), Item, Content, budget)
            : Nodes.Sequence(instance, count, nodes, Item, budget);
    }

    /// <summary>The field's name in metadata, to which its line in F#'s source belongs.</summary>
    private static string? TreeOf(Instance instance) => Array.Find(instance.Type.Fields, field => field.Name == Tree)?.RawName;

    private static IEnumerable<Instance> InOrder(Instance root) => Nodes.InOrder(root, Left, Right, hasEmptyNodes: false);
}
