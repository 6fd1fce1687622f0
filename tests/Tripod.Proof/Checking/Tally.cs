using Tripod.Proof.Tracing;

namespace Tripod.Proof.Checking;

/// <summary>All that is counted of the programs of one kind.</summary>
internal sealed class Tally
{
    /// <summary>Verdicts on variables, by kind of variable; those of samples during a garbage collection are not among them.</summary>
    public SortedDictionary<string, Counts> Variables { get; } = [];

    /// <summary>Verdicts on variables that their method uses again later, by kind of variable.</summary>
    public SortedDictionary<string, Counts> Live { get; } = [];

    /// <summary>Verdicts on variables while a garbage collection moved objects.</summary>
    public Counts Collecting { get; } = new();

    /// <summary>Wrong values and what is known of each.</summary>
    public List<string> Wrong { get; } = [];

    public long LinesRight { get; private set; }

    public List<string> LinesWrong { get; } = [];

    /// <summary>Frames of the program for which the log tells no line.</summary>
    public long WithoutLine { get; set; }

    public long StacksComplete { get; private set; }

    /// <summary>Frames that do not belong together, or begin nowhere, and nothing says so.</summary>
    public List<string> StacksIncomplete { get; } = [];

    /// <summary>Threads without frames, and the log says why.</summary>
    public List<string> StacksLost { get; } = [];

    /// <summary>Threads that got no processor to stop on, and say so.</summary>
    public long NotStopped { get; set; }

    /// <summary>Frames against the programs' own stack traces.</summary>
    public TraceCounts Traces { get; } = new();

    /// <summary>Frames whose type parameters are said to stand for something else than they do.</summary>
    public List<string> NamesWrong { get; } = [];

    /// <summary>Nothing that was shown is wrong: no value, no name, and no frame at a known point.</summary>
    public bool IsProven => Wrong.Count == 0 && NamesWrong.Count == 0 && Traces.MethodsWrong.Count == 0 && Traces.LinesWrong.Count == 0;

    public long Samples { get; set; }

    /// <summary>Samples that fell into a garbage collection that moved objects.</summary>
    public long SamplesCollecting { get; set; }

    /// <summary>Stacks of the program in such samples.</summary>
    public long StacksCollecting { get; set; }

    public long Skipped { get; set; }

    /// <summary>Samples that were lost because the collector fell.</summary>
    public List<string> CollectorsLost { get; } = [];

    public Counts All => Sum(Variables);

    public Counts AllLive => Sum(Live);

    public double LineShare => Share(LinesRight, LinesWrong.Count);

    public double StackShare => Share(StacksComplete, StacksIncomplete.Count + StacksLost.Count);

    public void Add(string kind, Verdict verdict, bool isLive, bool isCollecting)
    {
        if (isCollecting)
        {
            Collecting.Add(verdict);
            return;
        }
        Add(Variables, kind, verdict);
        if (isLive)
            Add(Live, kind, verdict);
    }

    public void AddLine(bool isRight, Func<string> story)
    {
        if (isRight)
            LinesRight++;
        else
            LinesWrong.Add(story());
    }

    public void AddStack(bool isComplete, Func<string> story)
    {
        if (isComplete)
            StacksComplete++;
        else
            StacksIncomplete.Add(story());
    }

    private static void Add(SortedDictionary<string, Counts> kinds, string kind, Verdict verdict)
    {
        if (!kinds.TryGetValue(kind, out var counts))
            kinds[kind] = counts = new Counts();
        counts.Add(verdict);
    }

    private static Counts Sum(SortedDictionary<string, Counts> kinds)
    {
        var all = new Counts();
        foreach (var counts in kinds.Values)
            all.Add(counts);
        return all;
    }

    private static double Share(long right, long wrong) => right + wrong == 0 ? 100 : 100.0 * right / (right + wrong);
}
