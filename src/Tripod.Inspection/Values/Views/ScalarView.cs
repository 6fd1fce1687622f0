using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>A struct, or an object, that is one word.</summary>
/// <param name="format">The word; null if the memory holds no such value.</param>
internal sealed class ScalarView(Func<Instance, string?> format) : View
{
    public override bool IsLeaf => true;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget) =>
        format(instance) is { } text ? new Scalar(text) : instance.Type.IsClass ? null : Value.Unreadable;
}
