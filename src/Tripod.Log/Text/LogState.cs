using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>What the entries so far mean for the text of the next.</summary>
internal sealed record LogState
{
    /// <summary>Nothing was written, or it is not known what.</summary>
    public static LogState Empty { get; } = new();

    /// <summary>Where the threads were.</summary>
    public History Frames { get; private init; } = new(Sameness.OfFrames);

    /// <summary>Where they were, and with what values.</summary>
    public History Variables { get; private init; } = new(Sameness.OfVariables);

    /// <summary>The pending async work that was printed last; null if none was, or if it is not known.</summary>
    public Seen<PendingWork>? Pending { get; private init; }

    /// <summary>The same with variables.</summary>
    public Seen<PendingWork>? PendingVariables { get; private init; }

    /// <summary>The static fields that were printed last; null if none were, or if it is not known.</summary>
    public Seen<IReadOnlyList<TypeStatics>>? Statics { get; private init; }

    /// <summary>The sample whose stacks are written and whose end is not, as far as it is; null between samples.</summary>
    public Sample? Open { get; private init; }

    /// <summary>The state after an entry was lost: what the reader knows of threads is not known, so the next sample is told in full.</summary>
    public LogState AfterLoss() => new() { Open = Open };

    /// <summary>The state after one more entry.</summary>
    public LogState After(LogEntry entry) => entry switch
    {
        SampleStacks stacks => this with { Frames = Frames.After(stacks.Sample), Open = stacks.Sample },
        SampleWaits waits => this with { Open = Open is null ? null : waits.Sample },
        SamplePending pending => this with
        {
            Pending = Seen<PendingWork>.After(Pending, pending.Sample, pending.Sample.Pending, Sameness.OfChains),
            Open = Open is null ? null : pending.Sample,
        },
        SampleVariables { HasVariables: true } variables => this with
        {
            Variables = Variables.After(variables.Sample),
            PendingVariables = Seen<PendingWork>.After(PendingVariables, variables.Sample, variables.Sample.Pending, Sameness.OfChainVariables),
            Statics = Seen<IReadOnlyList<TypeStatics>>.After(Statics, variables.Sample, variables.Sample.Statics, Sameness.OfStatics),
            Open = null,
        },
        _ => this with { Open = null },
    };
}
