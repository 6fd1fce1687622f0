using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>FrozenSet: its items in an array, or where their hash codes are if they are of type int (Int32FrozenSet.cs).</summary>
internal sealed class FrozenSetView : View
{
    public override long? Count(Instance instance) => TryItems(instance, out var items) ? items.Length : null;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget) =>
        TryItems(instance, out var items) ? instance.Reader.Sequence(instance.Type.ViewedAs, items, items.Length, 0, budget) : null;

    private static bool TryItems(Instance instance, out Elements items)
    {
        items = default;
        return instance.Type.Field("_items") is not null
            ? instance.TryElements("_items", out items)
            : instance.TryStruct("_hashTable", out var table) && table.TryElements("<HashCodes>k__BackingField", out items);
    }
}
