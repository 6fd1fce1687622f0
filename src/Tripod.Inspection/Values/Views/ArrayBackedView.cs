using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>A collection that keeps its elements in one array.</summary>
/// <param name="items">Field with the array.</param>
/// <param name="size">Field with the number of elements; null if all of the array is in use.</param>
/// <param name="first">Field with the index of the first element; null if it is 0.</param>
/// <param name="newestFirst">A stack: what was put in last comes first.</param>
internal sealed class ArrayBackedView(string items, string? size = null, string? first = null, bool newestFirst = false) : View
{
    public override long? Count(Instance instance)
    {
        if (size is not null)
            return instance.TryRead(size, out int count) ? count : null;
        return instance.TryElements(items, out var elements) ? elements.Length : null;
    }

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (instance.Type.Field(items) is null || Count(instance) is not { } count)
            return null;
        int start = 0;
        if (!instance.TryElements(items, out var elements) || count < 0 || count > elements.Length ||
            first is not null && (!instance.TryRead(first, out start) || start < 0 || start > elements.Length))
            return Value.Unreadable;
        return instance.Reader.Sequence(instance.Type.Name, elements, count, newestFirst ? (int)count - 1 : start, budget, newestFirst ? -1 : 1);
    }
}
