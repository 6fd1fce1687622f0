using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>ValueTask: its result if it had it from the start, else as the task behind it (ValueTask.cs).</summary>
internal sealed class ValueTaskView : View
{
    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (!instance.TryRead("_obj", out ulong source))
            return null;
        if (source == 0)
            return instance.Field("_result", Secrecy.Open, budget) is { } result
                ? new Composite(instance.Type.Name, [new("Status", new Scalar("RanToCompletion")), new("Result", result)])
                : new Composite(instance.Type.Name, [new("Status", new Scalar("RanToCompletion"))]);
        if (!instance.TryObject("_obj", out var target))
            return Value.Unreadable;
        return target.Type.View is TaskView view && view.Read(target, secrecy, budget) is Composite task
            ? task with { Type = instance.Type.Name }
            // an IValueTaskSource: what it thinks of its state is its own affair
            : new Composite(instance.Type.Name, [new("Source", new Elided(target.Type.Name))]);
    }
}
