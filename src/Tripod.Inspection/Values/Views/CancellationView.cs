using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>CancellationToken and its source: whether cancellation was asked for. No secret, though it is called a token.</summary>
internal sealed class CancellationView : View
{
    public override bool IsLeaf => true;

    public override bool ShowsUnderSecretNames => true;

    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget)
    {
        if (instance.TryRead("_state", out int state))
            return new Scalar(Text(instance.Type.Name, state));
        if (!instance.TryRead("_source", out ulong source))
            return null;
        if (source == 0)
            return new Scalar("CancellationToken.None");
        return instance.TryObject("_source", out var target) && target.TryRead("_state", out state)
            ? new Scalar(Text(instance.Type.Name, state))
            : Value.Unreadable;
    }

    /// <summary>0 is not cancelled; above it are the stages of telling everybody (CancellationTokenSource.cs).</summary>
    private static string Text(string type, int state) => state == 0 ? $"{type}(not canceled)" : $"{type}(canceled)";
}
