using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>
/// ImmutableDictionary and ImmutableHashSet: a tree of buckets by hash code. A bucket has its first element and a list of
/// those that have the same hash code (ImmutableDictionary_2.HashBucket.cs).
/// </summary>
internal sealed class ImmutableHashView(bool isDictionary) : View
{
    private const string First = "_firstValue", Others = "_additionalElements";

    public override long? Count(Instance instance) => instance.TryRead("_count", out int count) && count >= 0 ? count : null;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (Count(instance) is not { } count || !instance.TryObject("_root", out var root))
            return null;
        var tree = TreeFields.OfImmutable;
        var entries = new List<(Instance Holder, FieldLayout Field)>();
        foreach (var node in Nodes.InOrder(root, tree.Left, tree.Right, tree.HasEmptyNodes).Take(budget.Limits.Items))
        {
            if (!node.TryStruct("_value", out var bucket) || bucket.Type.Field(First) is not { } first)
                return null;
            entries.Add((bucket, first));
            if (bucket.TryObject(Others, out var others))
                foreach (var other in Nodes.InOrder(others, tree.Left, tree.Right, tree.HasEmptyNodes).Take(budget.Limits.Items))
                    if (other.Type.Field(tree.Item) is { } field)
                        entries.Add((other, field));
        }
        var shown = entries.Take(budget.Limits.Items);
        return isDictionary ? Map(instance, count, shown, budget) : Set(instance, count, shown, budget);
    }

    private static Value? Map(Instance instance, long count, IEnumerable<(Instance Holder, FieldLayout Field)> entries, Budget budget)
    {
        var pairs = new List<Instance>();
        foreach (var (holder, field) in entries)
        {
            if (!holder.TryStruct(field.RawName, out var pair))
                return null;
            pairs.Add(pair);
        }
        return DictionaryView.Map(instance, count, pairs, "key", "value", budget);
    }

    private static Sequence Set(Instance instance, long count, IEnumerable<(Instance Holder, FieldLayout Field)> entries, Budget budget) =>
        new(instance.Type.Name, count, [.. entries.TakeWhile(_ => !budget.IsSpent).Select(entry => entry.Holder.Field(entry.Field.RawName, Secrecy.Open, budget)!)]);
}
