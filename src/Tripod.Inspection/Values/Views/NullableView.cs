using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Nullable: null, or as its value.</summary>
internal sealed class NullableView : View
{
    public override bool IsLeaf => true;

    /// <summary>The value underneath decides.</summary>
    public override bool ShowsUnderSecretNames => true;

    public override Value Read(Instance instance, Secrecy secrecy, Budget budget) =>
        !instance.TryRead("hasValue", out byte has) || has > 1 ? Value.Unreadable
        : has == 0 ? Value.Null
        : instance.Field("value", secrecy, budget) ?? Value.Unreadable;
}
