using Tripod.Samples;

namespace Tripod.Inspection.Values;

/// <summary>Objects and structs: by the view of their kind, else by their fields.</summary>
internal sealed partial class ValueReader
{
    /// <summary>An iterator that has not begun: its variables, the parameters too, are not filled yet (Roslyn's StateMachineState).</summary>
    private const int NotEnumerated = -2;

    private Value Instance(TypeLayout layout, ulong data, ulong address, Secrecy secrecy, Budget budget)
    {
        var instance = new Instance(this, layout, data);
        var view = layout.View;
        if (secrecy is not Secrecy.Open && view is not { ShowsUnderSecretNames: true })
            return Value.Redacted;
        if (view is { IsLeaf: true })
            return view.Read(instance, secrecy, budget) ?? Elided(instance);
        if (budget.IsOpen(address))
            return new Cycle(layout.Name);
        if (budget.Depth <= 0 || budget.IsInsideInternals)
            return Elided(instance);
        budget.Open(address);
        var value = view?.Read(instance, secrecy, budget) ?? (layout.IsFramework ? Internals(instance, budget) : Fields(instance, budget));
        budget.Close();
        return value;
    }

    private static Value Internals(Instance instance, Budget budget)
    {
        budget.OpenInternals();
        var value = Fields(instance, budget);
        budget.CloseInternals();
        return value;
    }

    /// <summary>What is left of an object by a limit.</summary>
    private static Value Elided(Instance instance)
    {
        long? count = instance.Type.View?.Count(instance);
        return count is null && instance.Type.View is null && instance.Type.Fields.Length == 0
            ? new Scalar(instance.Type.Name)
            : new Elided(instance.Type.Name, count);
    }

    private static Value Fields(Instance instance, Budget budget)
    {
        var fields = instance.Type.Fields;
        if (fields.Length == 0)
            return new Scalar(instance.Type.Name);
        if (instance.TryRead("<>1__state", out int state) && state == NotEnumerated)
            return new Elided(instance.Type.Name);
        int shown = 0, omitted = 0;
        var members = new List<Member>(Math.Min(fields.Length, budget.Limits.Items));
        foreach (var field in fields)
        {
            if (field.Name is null)
                continue;
            if (shown++ >= budget.Limits.Items || budget.IsSpent)
                omitted++;
            else
                members.Add(new Member(field.Name, instance.Field(field, budget)));
        }
        Secrets.WithholdNamed(members);
        return new Composite(instance.Type.Name, members, omitted);
    }
}
