using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Lazy: a value that has been made has no state any more, a failure is kept in it (Lazy.cs).</summary>
internal sealed class LazyView : View
{
    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (!instance.TryRead("_state", out ulong state) || instance.Type.Field("_value") is not { } value)
            return null;
        if (state == 0)
            return new Composite(instance.Type.ViewedAs, [new("Value", instance.Field(value, budget))]);
        return instance.TryObject("_state", out var helper) && helper.TryObject("_exceptionDispatch", out var dispatch) &&
            dispatch.Field("_exception", Secrecy.Open, budget) is { } exception
            ? new Composite(instance.Type.ViewedAs, [new("Exception", exception)])
            : new Composite(instance.Type.ViewedAs, [new("IsValueCreated", new Scalar("false"))]);
    }
}
