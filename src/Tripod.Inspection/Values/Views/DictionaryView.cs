using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Dictionary. A key that is a secret's name hides the value beside it.</summary>
internal sealed class DictionaryView : View
{
    public override long? Count(Instance instance) => HashTable.Count(instance);

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (instance.Type.Field("_entries") is null)
            return null;
        if (HashTable.Count(instance) is not { } count || HashTable.Entries(instance, "next", budget.Limits.Items) is not { } entries)
            return Value.Unreadable;
        return Map(instance, count, entries, "key", "value", budget);
    }

    /// <summary>Entries whose key and value are fields of theirs.</summary>
    public static Value Map(Instance instance, long count, IEnumerable<Instance> entries, string key, string value, Budget budget)
    {
        var shown = new List<KeyValuePair<Value, Value>>();
        foreach (var entry in entries.TakeWhile(_ => !budget.IsSpent))
        {
            var name = entry.Field(key, Secrecy.Open, budget) ?? Value.Unreadable;
            shown.Add(new(name, entry.Field(value, Secrets.Of(name), budget) ?? Value.Unreadable));
        }
        return new Map(instance.Type.Name, count, shown);
    }
}
