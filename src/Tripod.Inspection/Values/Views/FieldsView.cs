using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>An object of the framework by those of its fields that say something.</summary>
/// <param name="shown">A property's name and the field behind it.</param>
internal sealed class FieldsView(params (string Property, string Field)[] shown) : View
{
    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        var members = new List<Member>(shown.Length);
        foreach (var (property, field) in shown)
        {
            if (instance.Field(field, Secrets.Of(property), budget) is not { } value)
                return null;
            members.Add(new(property, value));
        }
        return new Composite(instance.Type.ViewedAs, members);
    }
}
