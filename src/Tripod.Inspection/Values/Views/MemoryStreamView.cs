using Tripod.Samples;

namespace Tripod.Inspection.Values.Views;

/// <summary>MemoryStream: where it stands in how much (MemoryStream.cs).</summary>
internal sealed class MemoryStreamView : View
{
    public override Value? Read(Instance instance, Secrecy secrecy, Budget budget) =>
        instance.TryRead("_origin", out int origin) && instance.TryRead("_position", out int position) && instance.TryRead("_length", out int length)
            ? new Composite(instance.Type.Name, [Streams.Number("Position", position - origin), Streams.Number("Length", length - origin)])
            : null;
}
