using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>
/// ExpandoObject: the names in its class, the values in its data (ExpandoObject.cs). A member that was removed has a
/// certain plain object for a value; no plain object is shown, since it might be that one.
/// </summary>
internal sealed class ExpandoView : View
{
    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (!instance.TryObject("_data", out var data) || !data.TryObject("Class", out var names) || !names.TryElements("_keys", out var keys) ||
            !data.TryElements("_dataArray", out var values) || values.Length < keys.Length)
            return null;
        var members = new List<Member>();
        int omitted = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (IsPlainObject(instance.Reader, values.Address(i)))
                continue;
            if (members.Count >= budget.Limits.Items || budget.IsSpent)
                omitted++;
            else if (instance.Reader.At(keys.Address(i), keys.Type, Secrecy.Open, budget) is StringValue name)
                members.Add(new(name.Text, instance.Reader.At(values.Address(i), values.Type, Secrets.Of(name.Text), budget)));
        }
        return new Composite(instance.Type.Name, members, omitted);
    }

    private static bool IsPlainObject(ValueReader reader, ulong address) =>
        reader.Memory.Read(address, out ulong target) && target != 0 && reader.TryType(target, out var type) && type.Definition == "System.Object";
}
