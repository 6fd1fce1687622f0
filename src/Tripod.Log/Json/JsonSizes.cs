using Tripod.Log.Bounds;
using Tripod.Log.Text;
using Tripod.Samples;

namespace Tripod.Log.Json;

/// <summary>What the parts of a sample take as documents, by writing them for nobody.</summary>
internal sealed class JsonSizes(Origin origin, LogState state) : IPartSizes
{
    public long OfStack(Sample sample, ThreadStack thread) => Of(documents => documents.WriteStack(sample, thread));

    public long OfWait(Sample sample, ThreadStack thread) =>
        WaitsText.News(thread, state.Told(sample)) is { } text ? Of(documents => documents.WriteWait(sample, thread, text)) : 0;

    public long OfVariables(Sample sample, ThreadStack thread) =>
        thread.IsIdle || thread.Frames.Count == 0 ? 0 : Of(documents => documents.WriteVariables(sample, thread));

    public long OfChain(Sample sample, AsyncChain chain, bool hasVariables) => Of(documents => documents.WriteChain(sample, chain, hasVariables));

    public long OfStatics(Sample sample, TypeStatics type) => Of(documents => documents.WriteStatics(sample, type));

    private long Of(Action<SampleDocuments> write)
    {
        using var counter = new ByteCounter();
        write(new SampleDocuments(new DocumentWriter(counter, origin), state));
        return counter.Count;
    }
}
