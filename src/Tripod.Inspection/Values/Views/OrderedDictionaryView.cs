using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>OrderedDictionary: its entries without holes, in their order (OrderedDictionary.cs).</summary>
internal sealed class OrderedDictionaryView : View
{
    public override long? Count(Instance instance) =>
        instance.TryElements("_entries", out var entries) && instance.TryRead("_count", out int count) && IsCount(count, entries) ? count : null;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (Count(instance) is not { } count || !instance.TryElements("_entries", out var entries))
            return null;
        var layout = instance.Reader.Types.Find(entries.Type.MethodTable);
        if (layout is null && count > 0)
            return null;
        var shown = Enumerable.Range(0, (int)Math.Min(count, budget.Limits.Items)).Select(i => new Instance(instance.Reader, layout!, entries.Address(i)));
        return DictionaryView.Map(instance, count, shown, "Key", "Value", budget);
    }
}
