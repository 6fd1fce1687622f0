using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Memory, ReadOnlyMemory and ArraySegment: a part of an array, or of a string.</summary>
internal sealed class SliceView(string owner, string start, string length) : View
{
    /// <summary>A pinned Memory has this bit in its index (Memory.cs).</summary>
    private const int IndexMask = int.MaxValue;

    public override long? Count(Instance instance) => instance.TryRead(length, out int count) ? count : null;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (Count(instance) is not { } count || !instance.TryRead(start, out int first) || !instance.TryRead(owner, out ulong address))
            return null;
        first &= IndexMask;
        if (count == 0)
            return new Sequence(instance.Type.Name, 0, []);
        if (!instance.Reader.TryType(address, out var type))
            return Value.Unreadable;
        if (type.IsString)
            return instance.Reader.Substring(address, first, count, budget.Limits.StringLength);
        if (!type.IsArray)
            return null;
        return instance.Reader.TryElements(address, out var elements) && count > 0 && first + count <= elements.Length
            ? instance.Reader.Sequence(instance.Type.Name, elements, count, first, budget)
            : Value.Unreadable;
    }
}
