using Tripod.Log.Bounds;
using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>What the parts of a sample take as text, by printing them for nobody.</summary>
/// <param name="state">What went before: what has not changed since is short.</param>
internal sealed class TextSizes(LogState state) : IPartSizes
{
    private const int Word = 12; // an id and its comma
    private const int Line = 160; // one that says since when all is unchanged, and names one thread

    public long OfStack(Sample sample, ThreadStack thread) => thread.IsIdle ? Word : Of(writer =>
    {
        writer.EndLine();
        new SampleText(writer, state).WriteStack(thread, sample.Time);
    });

    public long OfWait(Sample sample, ThreadStack thread) =>
        WaitsText.News(thread, state.Told(sample)) is null ? 0 : Of(writer => new WaitsText(writer).Write(sample with { Threads = [thread] }, told: null));

    public long OfVariables(Sample sample, ThreadStack thread)
    {
        if (thread.IsIdle || thread.Frames.Count == 0)
            return 0;
        return state.Variables.Unmoved(thread) is not null ? Line : Of(writer =>
        {
            writer.EndLine();
            new ThreadText(writer).WriteWithVariables(thread);
        });
    }

    public long OfChain(Sample sample, AsyncChain chain, bool hasVariables)
    {
        var work = new PendingWork { Chains = [chain] };
        return Of(writer =>
        {
            if (hasVariables)
                new ChainText(writer).WriteWithVariables(work);
            else
                new ChainText(writer).Write(work);
        });
    }

    public long OfStatics(Sample sample, TypeStatics type) => Of(writer => new StaticsText(writer).Write([type], 2));

    private static long Of(Action<LineWriter> write)
    {
        using var counter = new ByteCounter();
        write(new LineWriter(counter));
        return counter.Count;
    }
}
