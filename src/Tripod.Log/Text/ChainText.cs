using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Prints pending async work: each chain from its innermost await outward, branches before the method that awaits them.</summary>
internal sealed class ChainText(LineWriter writer)
{
    private const int Indent = 2;

    // chains within chains are read to a depth of 32; the lines must stay readable
    private const int DeepestMargin = 40;

    private readonly FrameText _frames = new(writer);

    /// <summary>Names and lines.</summary>
    public void Write(PendingWork pending) => Write(pending, _frames.Write);

    /// <summary>The same with the variables of each method, of several chains alike those of the first.</summary>
    public void WriteWithVariables(PendingWork pending) => Write(pending, _frames.WriteWithVariables);

    private void Write(PendingWork pending, Action<Frame> write)
    {
        foreach (AsyncChain chain in pending.Chains)
            Write(chain, "Chain", "chains", write);
        if (pending.OmittedKinds > 0)
            writer.Indent(Indent).Line($"… {Terms.Count(pending.OmittedKinds, "more kind")} of chains left out");
    }

    private void Write(AsyncChain chain, string one, string many, Action<Frame> write)
    {
        writer.Indent(Indent).Line(Title(chain, one, many) + (chain.Frames.Count + chain.Branches.Count > 0 ? ":" : ""));
        int margin = writer.Margin;
        writer.Margin = Math.Min(margin + Indent, DeepestMargin);
        foreach (AsyncChain branch in chain.Branches)
            Write(branch, "Branch", "branches", write);
        foreach (Frame frame in chain.Frames)
            write(frame);
        if (chain.OmittedFrames > 0)
            writer.Indent(Indent).Line($"… {Terms.Count(chain.OmittedFrames, "outer frame")} left out");
        writer.Margin = margin;
    }

    /// <summary>How many chains they are, and for what they wait.</summary>
    public static string Title(AsyncChain chain, string one, string many)
    {
        string title = chain.Count == 1 ? one : $"{Terms.Number(chain.Count)} {many} alike,";
        if (chain.BlockedThreads.Count > 0)
            title += $" on which {(chain.BlockedThreads.Count == 1 ? "thread" : "threads")} {string.Join(", ", chain.BlockedThreads.Select(id => Terms.Id(id)))} {(chain.BlockedThreads.Count == 1 ? "blocks" : "block")},";
        return title + (chain switch
        {
            { Join: { } join } => $" waiting for {join} of {Terms.Count(chain.Branches.Sum(branch => (long)branch.Count), "pending task")}",
            { WaitsFor: { } what } => $" waiting for {what}",
            _ => " waiting",
        });
    }
}
