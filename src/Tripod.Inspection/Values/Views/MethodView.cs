using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>MethodInfo and ConstructorInfo by the name of the method (RuntimeMethodInfo.CoreCLR.cs).</summary>
internal sealed class MethodView(string type) : View
{
    public override bool IsLeaf => true;

    public override bool ShowsUnderSecretNames => true;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget) =>
        instance.TryRead("m_handle", out ulong handle) && instance.Reader.Methods.OfHandle(handle) is { } name ? new Scalar($"{type}({name})") : null;
}
