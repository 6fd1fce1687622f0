using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>HashSet.</summary>
internal sealed class HashSetView : View
{
    public override long? Count(Instance instance) => HashTable.Count(instance);

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (instance.Type.Field("_entries") is null)
            return null;
        if (HashTable.Count(instance) is not { } count || HashTable.Entries(instance, "Next", budget.Limits.Items) is not { } entries)
            return Value.Unreadable;
        var items = new List<Value>(entries.Count);
        foreach (var entry in entries.TakeWhile(_ => !budget.IsSpent))
            items.Add(entry.Field("Value", Secrecy.Open, budget) ?? Value.Unreadable);
        return new Sequence(instance.Type.Name, count, items);
    }
}
