using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Dictionaries that keep keys and values in two arrays: SortedList, and the frozen ones.</summary>
/// <param name="keys">Field with the keys.</param>
/// <param name="values">Field with the values.</param>
/// <param name="size">Field with the number of entries; null if all of the arrays is in use.</param>
internal sealed class ParallelArraysView(string keys, string values, string? size = null) : View
{
    /// <summary>Frozen dictionaries with keys of type int have them where their hash codes are (Int32FrozenDictionary.cs).</summary>
    private const string HashTable = "_hashTable", HashCodes = "<HashCodes>k__BackingField";

    public override long? Count(Instance instance) => TryArrays(instance, out _, out _, out long count) ? count : null;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (!TryArrays(instance, out var names, out var contents, out long count))
            return null;
        var entries = new List<KeyValuePair<Value, Value>>();
        for (int i = 0; i < count && i < budget.Limits.Items && !budget.IsSpent; i++)
        {
            var name = instance.Reader.At(names.Address(i), names.Type, Secrecy.Open, budget);
            entries.Add(new(name, instance.Reader.At(contents.Address(i), contents.Type, Secrets.Of(name), budget)));
        }
        return new Map(instance.Type.ViewedAs, count, entries);
    }

    private bool TryArrays(Instance instance, out Elements names, out Elements contents, out long count)
    {
        contents = default;
        count = 0;
        if (!TryKeys(instance, out names) || !instance.TryElements(values, out contents))
            return false;
        count = names.Length;
        if (size is not null)
            return instance.TryRead(size, out int used) && (count = used) <= Math.Min(names.Length, contents.Length) && used >= 0;
        return names.Length == contents.Length;
    }

    private bool TryKeys(Instance instance, out Elements names)
    {
        names = default;
        return instance.Type.Field(keys) is not null
            ? instance.TryElements(keys, out names)
            : instance.TryStruct(HashTable, out var table) && table.TryElements(HashCodes, out names);
    }
}
