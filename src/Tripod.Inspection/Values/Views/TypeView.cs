using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>System.Type as <c>typeof(List&lt;int&gt;)</c>.</summary>
internal sealed class TypeView : View
{
    /// <summary>A handle with this bit is no method table but a TypeDesc: a pointer, a generic parameter (typehandle.h).</summary>
    private const ulong TypeDescBit = 2;

    public override bool IsLeaf => true;

    public override bool ShowsUnderSecretNames => true;

    public override Value Read(Instance instance, Secrecy secrecy, Budget budget) =>
        !instance.TryRead("m_handle", out ulong handle) ? Value.Unreadable
        : (handle & TypeDescBit) != 0 ? new Elided("Type")
        : instance.Reader.Types.Find(handle) is { } type ? new Scalar($"typeof({type.Name})")
        : Value.Unreadable;
}
