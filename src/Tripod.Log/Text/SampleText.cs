using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>Prints the parts of a sample.</summary>
internal sealed class SampleText(LineWriter writer, LogState state)
{
    private readonly ThreadText _threads = new(writer);
    private readonly ChainText _chains = new(writer);

    public void Write(SampleStacks entry)
    {
        var sample = entry.Sample;
        WriteTitle(sample);
        WriteNotes(sample.Notes);
        bool wasShort = false;
        foreach (var thread in sample.Threads.Where(thread => !thread.IsIdle))
        {
            bool isShort = state.Frames.Unmoved(thread) is not null || thread.Frames.Count == 0;
            if (!isShort || !wasShort)
                writer.EndLine();
            WriteStack(thread, sample.Time);
            wasShort = isShort;
        }
        WriteIdle([.. sample.Threads.Where(thread => thread.IsIdle)]);
        writer.EndLine();
    }

    /// <summary>A thread, in full or by the sample since which it has not moved.</summary>
    public void WriteStack(ThreadStack thread, DateTimeOffset now)
    {
        if (state.Frames.Unmoved(thread) is { } first)
            _threads.WriteUnmoved(thread, first, now);
        else
            _threads.Write(thread);
    }

    public void Write(SampleWaits entry)
    {
        Sample sample = entry.Sample;
        WriteNotes(sample.Notes.Except(ToldNotes(sample)));
        WriteDeadlocks(sample);
        if (sample.StarvedPool is { } pool)
        {
            new DeadlockText(writer).Write(pool);
            writer.EndLine();
        }
        new WaitsText(writer).Write(sample, Told(sample));
    }

    public void Write(SamplePending entry)
    {
        WriteDeadlocks(entry.Sample);
        new WaitsText(writer).Write(entry.Sample, Told(entry.Sample));
        if (entry.Sample.Pending is not { } pending)
            return;
        if (pending.Problem is { } problem)
            writer.Line($"Note: pending async work {(pending.Chains.Count == 0 ? "is left out" : "may be missing")}: {problem}");
        if (pending.Chains.Count == 0)
            return;
        string title = PendingTitle(pending);
        if (state.Pending?.Unless(pending, Sameness.OfChains) is { } first)
            writer.Line($"{title}, unchanged for {Terms.Duration(entry.Sample.Time - first.Time)}, since sample {Terms.Id(first.Number)} ({Terms.Since(first.Time, entry.Sample.Time)})");
        else
        {
            writer.Line(title);
            _chains.Write(pending);
        }
        writer.EndLine();
    }

    public void Write(SampleVariables entry)
    {
        var sample = entry.Sample;
        if (Told(sample) is null)
            WriteTitle(sample);
        if (entry.HasVariables)
            WriteVariables(sample);
        WriteNotes(sample.Notes.Except(ToldNotes(sample)));
        if (sample.Duration is { } duration)
            writer.Line($"Sample {Terms.Id(sample.Number)} took {Terms.Duration(duration)}");
        writer.Line(Terms.Separator);
    }

    /// <summary>What stands at the top of a sample, behind its time.</summary>
    public static string Title(Sample sample) =>
        $"Sample {Terms.Id(sample.Number)}: {Reason(sample.Reason)}, paused for {Terms.Duration(sample.Pause)}, " +
        $"{Terms.Count(sample.Threads.Count, "thread")}, {Terms.Count(sample.FrameCount, "frame")}";

    /// <summary>How much async work is pending.</summary>
    public static string PendingTitle(PendingWork pending) => $"Pending async work, on no thread's stack: {Terms.Count(pending.Count, "chain")}";

    /// <summary>Why a sample was taken, in a word.</summary>
    public static string Reason(SampleReason reason) => reason switch
    {
        SampleReason.Interval => "interval",
        _ => reason.ToString(),
    };

    private void WriteTitle(Sample sample) => writer.Line($"{Terms.Instant(sample.Time)} {Title(sample)}");

    // the same sample as it was when its last part was written
    private Sample? Told(Sample sample) => state.Told(sample);

    private IReadOnlyList<string> ToldNotes(Sample sample) => Told(sample)?.Notes ?? [];

    private void WriteDeadlocks(Sample sample)
    {
        var text = new DeadlockText(writer);
        foreach (var deadlock in sample.Deadlocks.Except(Told(sample)?.Deadlocks ?? []))
        {
            text.Write(deadlock);
            writer.EndLine();
        }
    }

    private void WriteNotes(IEnumerable<string> notes)
    {
        foreach (string note in notes)
            writer.Line($"Note: {note}");
    }

    private void WriteIdle(IReadOnlyList<ThreadStack> idle)
    {
        if (idle.Count == 0)
            return;
        writer.EndLine();
        writer.Line($"{Terms.Count(idle.Count, "idle thread")} of the thread pool: {Ids(idle)}");
    }

    private void WriteVariables(Sample sample)
    {
        writer.Line("Full backtrace with local variables:");
        var shown = sample.Threads.Where(thread => !thread.IsIdle && thread.Frames.Count > 0)
            .Select(thread => (Thread: thread, First: state.Variables.Unmoved(thread))).ToArray();
        foreach (var (thread, _) in shown.Where(pair => pair.First is null))
        {
            writer.EndLine();
            _threads.WriteWithVariables(thread);
        }
        writer.EndLine();
        foreach (var unmoved in shown.Where(pair => pair.First is not null).GroupBy(pair => (pair.First!.Number, pair.First.Time)))
            WriteUnmoved([.. unmoved.Select(pair => pair.Thread)], unmoved.Key.Number, unmoved.Key.Time, sample.Time);
        WriteStatics(sample);
        WritePendingVariables(sample);
    }

    private void WriteStatics(Sample sample)
    {
        if (sample.Statics is not { Count: > 0 } statics)
            return;
        if (state.Statics?.Unless(statics, Sameness.OfStatics) is { } first)
        {
            writer.Line($"Static fields: {UnmovedSince(first.Number, first.Time, sample.Time)}");
            return;
        }
        writer.Line("Static fields of the types above, numbers as they were a moment later:");
        new StaticsText(writer).Write(statics, 2);
        writer.EndLine();
    }

    private void WritePendingVariables(Sample sample)
    {
        if (sample.Pending is not { Chains.Count: > 0 } pending)
            return;
        if (state.PendingVariables?.Unless(pending, Sameness.OfChainVariables) is { } first)
        {
            writer.Line($"Pending async work: {UnmovedSince(first.Number, first.Time, sample.Time)}");
            return;
        }
        writer.Line("Pending async work with local variables:");
        _chains.WriteWithVariables(pending);
        writer.EndLine();
    }

    private void WriteUnmoved(IReadOnlyList<ThreadStack> threads, long number, DateTimeOffset time, DateTimeOffset now) => writer.Line(
        $"{(threads.Count == 1 ? "Thread" : "Threads")} {Ids(threads)}: {UnmovedSince(number, time, now)}");

    // What is not shown, because it is unavailable or beyond a limit, may have changed.
    private static string UnmovedSince(long number, DateTimeOffset time, DateTimeOffset now) =>
        $"unchanged, values too, in all that is shown, for {Terms.Duration(now - time)}, since sample {Terms.Id(number)} ({Terms.Since(time, now)})";

    private static string Ids(IReadOnlyList<ThreadStack> threads) => string.Join(", ", threads.Select(thread => Terms.Id(thread.ManagedId)));
}
