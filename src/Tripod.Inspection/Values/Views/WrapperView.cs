using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>A collection that is another one under its own type: Collection, ReadOnlyCollection, the compiler's read-only lists.</summary>
internal sealed class WrapperView(string inner) : View
{
    public override long? Count(Instance instance)
    {
        if (instance.TryElements(inner, out var elements))
            return elements.Length;
        return instance.TryObject(inner, out var target) && target.Type.View is not (null or WrapperView) ? target.Type.View.Count(target) : null;
    }

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (instance.TryElements(inner, out var elements))
            return instance.Reader.Sequence(instance.Type.Name, elements, elements.Length, 0, budget);
        // a wrapper in a wrapper is left to its fields: this way it ends
        if (!instance.TryObject(inner, out var target) || target.Type.View is null or WrapperView)
            return null;
        return target.Type.View.Read(target, secrecy, budget) switch
        {
            Sequence sequence => sequence with { Type = instance.Type.Name },
            Map map => map with { Type = instance.Type.Name },
            _ => null,
        };
    }
}
