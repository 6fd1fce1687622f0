using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>An object that is no more to its user than what one of its fields holds.</summary>
internal sealed class ForwardView(string field) : View
{
    public override bool IsLeaf => true;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget) => instance.Field(field, secrecy, budget);
}
