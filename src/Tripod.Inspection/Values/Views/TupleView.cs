using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>ValueTuple and Tuple, also those of more than seven items, which are tuples within tuples.</summary>
internal sealed class TupleView(string item, string rest) : View
{
    private const int ItemsOfOne = 7, DeepestRest = 16;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        var items = new List<Value>();
        int omitted = 0;
        Instance? part = instance;
        for (int depth = 0; depth < DeepestRest && part is { } tuple; depth++, part = Rest(tuple))
            for (int i = 1; i <= ItemsOfOne && tuple.Type.Field(item + i) is { } field; i++)
                if (items.Count < budget.Limits.Items && !budget.IsSpent)
                    items.Add(tuple.Field(field, budget));
                else
                    omitted++;
        Secrets.WithholdFollowers(items, alsoPlainNames: true);
        return items.Count > 0 ? new Composite("", [.. items.Select(value => new Member("", value))], omitted) : null;
    }

    private Instance? Rest(Instance tuple)
    {
        if (tuple.Type.Field(rest) is not { } field)
            return null;
        if (field.Type.IsReference)
            return tuple.TryObject(rest, out var target) ? target : null;
        return tuple.Reader.Types.Find(field.Type.MethodTable) is { } layout ? new(tuple.Reader, layout, tuple.Data + (ulong)field.Offset) : null;
    }
}
