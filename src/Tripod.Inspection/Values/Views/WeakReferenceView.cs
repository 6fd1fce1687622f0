using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>WeakReference: a handle, which is the address of the reference, with marks in its lowest bits (WeakReference.cs).</summary>
internal sealed class WeakReferenceView : View
{
    private const ulong Marks = 3;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (!instance.TryRead("_taggedHandle", out ulong handle))
            return null;
        handle &= ~Marks;
        ulong target = 0;
        if (handle != 0 && !instance.Reader.Memory.Read(handle, out target))
            return Value.Unreadable;
        return new Composite(instance.Type.ViewedAs, [new("Target", instance.Reader.Object(target, Secrecy.Open, budget))]);
    }
}
