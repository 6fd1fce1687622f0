using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>Exceptions by type, message and the exception that caused them.</summary>
internal sealed class ExceptionView : View
{
    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (instance.Field("_message", Secrecy.Open, budget) is not { } message)
            return null;
        var members = new List<Member>();
        // null means that the message is made when it is asked for
        if (message != Value.Null)
            members.Add(new("Message", message));
        if (instance.TryRead("_innerException", out ulong inner) && inner != 0)
            members.Add(new("InnerException", instance.Reader.Object(inner, Secrecy.Open, budget)));
        return members.Count > 0 ? new Composite(instance.Type.Name, members) : new Scalar(instance.Type.Name);
    }
}
