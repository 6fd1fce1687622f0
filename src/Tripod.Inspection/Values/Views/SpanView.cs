using Microsoft.Diagnostics.Runtime;
using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Span and ReadOnlySpan; of characters as text.</summary>
internal sealed class SpanView : View
{
    public override long? Count(Instance instance) => instance.TryRead("_length", out int count) ? count : null;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (Count(instance) is not { } count || !instance.TryRead("_reference", out ulong address))
            return null;
        var element = instance.Type.Argument;
        if (count < 0 || count > int.MaxValue / 2)
            return Value.Unreadable;
        if (element.Element is ClrElementType.Char)
            return instance.Reader.Characters(address, count, budget.Limits.StringLength);
        return count == 0 || instance.Type.ArgumentSize > 0
            ? instance.Reader.Sequence(instance.Type.Name, new(address, element, instance.Type.ArgumentSize, (int)count), count, 0, budget)
            : new Elided(instance.Type.Name, count);
    }
}
