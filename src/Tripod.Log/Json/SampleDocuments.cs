using System.Text.Json;
using Tripod.Log.Text;
using Tripod.Samples;

namespace Tripod.Log.Json;

/// <summary>Writes the documents of a sample's parts.</summary>
internal sealed class SampleDocuments(DocumentWriter documents, LogState state)
{
    private const string End = "sample-ended";

    /// <summary>Number of the sample that a document belongs to and does not end; null for any other text.</summary>
    public static long? NumberOfUnended(ReadOnlyMemory<byte> document)
    {
        try
        {
            using var parsed = JsonDocument.Parse(document);
            var told = parsed.RootElement.GetProperty("event");
            return told.TryGetProperty("sequence", out var number) && !told.GetProperty("action").ValueEquals(End) ? number.GetInt64() : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException) // somebody else's line
        {
            return null;
        }
    }

    public void Write(SampleStacks entry)
    {
        WriteTitle(entry.Sample);
        WriteNotes(entry.Sample, entry.Sample.Notes);
        foreach (var thread in entry.Sample.Threads)
            WriteStack(entry.Sample, thread);
    }

    public void Write(SampleWaits entry)
    {
        var sample = entry.Sample;
        WriteNotes(sample, NewNotes(sample));
        WriteDeadlocks(sample);
        if (sample.StarvedPool is { } pool)
            documents.Write(Of(sample, "pool-starved", DeadlockText.Line(pool)) with { IsWarning = true }, json => json.Object("pool", () =>
            {
                json.WriteNumber("blocked", pool.Blocked);
                json.WriteNumber("threads", pool.Threads);
                json.WriteNumber("queued", pool.Queued);
            }));
        WriteWaits(sample);
    }

    public void Write(SamplePending entry)
    {
        var sample = entry.Sample;
        WriteDeadlocks(sample);
        WriteWaits(sample);
        if (sample.Pending is not { } pending || pending is { Chains.Count: 0, Problem: null })
            return;
        var first = state.Pending?.Unless(pending, Sameness.OfChains);
        documents.Write(Of(sample, "pending-work", SampleText.PendingTitle(pending)) with { Reason = pending.Problem }, json => json.Object("pending", () =>
        {
            json.WriteNumber("chains", pending.Count);
            json.Count("omitted_kinds", pending.OmittedKinds);
            if (first is not null)
                ThreadMembers.WriteUnchanged(json, first.Number, first.Time);
        }));
        foreach (var chain in pending.Chains)
            WriteChain(sample, chain, hasVariables: false);
    }

    public void Write(SampleVariables entry)
    {
        var sample = entry.Sample;
        if (state.Told(sample) is null)
            WriteTitle(sample);
        if (entry.HasVariables)
            WriteVariables(sample);
        WriteNotes(sample, NewNotes(sample));
        string message = sample.Duration is { } duration ? $"Sample {Terms.Id(sample.Number)} took {Terms.Duration(duration)}" : $"Sample {Terms.Id(sample.Number)} ends";
        documents.Write(Of(sample, End, message) with { Duration = sample.Duration });
    }

    /// <summary>A thread and its frames.</summary>
    public void WriteStack(Sample sample, ThreadStack thread) => documents.Write(
        Of(sample, "thread-stack", ThreadText.Title(thread)) with { Thread = thread },
        json => new ThreadMembers(json).Write(thread, state.Frames.Unmoved(thread)));

    /// <summary>A thread and its frames with variables, or since when all of them are as they are.</summary>
    public void WriteVariables(Sample sample, ThreadStack thread) => documents.Write(
        Of(sample, "thread-variables", ThreadText.Title(thread)) with { Thread = thread, ErrorType = (thread.Exception as Composite)?.Type },
        json => new ThreadMembers(json).WriteWithVariables(thread, state.Variables.Unmoved(thread)));

    /// <summary>For what a thread waits.</summary>
    public void WriteWait(Sample sample, ThreadStack thread, string text) => documents.Write(
        Of(sample, "thread-wait", $"{Terms.Thread(thread.ManagedId, thread.Name)} is {text}") with { Thread = thread },
        json => new ThreadMembers(json).WriteWait(thread));

    /// <summary>A kind of pending chains.</summary>
    public void WriteChain(Sample sample, AsyncChain chain, bool hasVariables) => documents.Write(
        Of(sample, hasVariables ? "chain-variables" : "pending-chain", ChainText.Title(chain, "Chain", "chains")),
        json => json.Object("chain", () => new ChainMembers(json, hasVariables).Write(chain)));

    /// <summary>The static fields of a type.</summary>
    public void WriteStatics(Sample sample, TypeStatics type) => documents.Write(
        Of(sample, "static-fields", $"Static fields of {type.Type}"),
        json => json.Object("static", () => new FrameMembers(json).Write(type)));

    private static Envelope Of(Sample sample, string action, string message) => new(sample.Time, action, message) { Sample = sample.Number };

    private void WriteTitle(Sample sample) => documents.Write(Of(sample, "sample", SampleText.Title(sample)), json => json.Object("sample", () =>
    {
        json.Text("reason", SampleText.Reason(sample.Reason));
        json.Milliseconds("pause_ms", sample.Pause);
        json.WriteNumber("threads", sample.Threads.Count);
        json.WriteNumber("frames", sample.FrameCount);
    }));

    private IEnumerable<string> NewNotes(Sample sample) => sample.Notes.Except(state.Told(sample)?.Notes ?? []);

    private void WriteNotes(Sample sample, IEnumerable<string> notes)
    {
        foreach (string note in notes)
            documents.Write(Of(sample, "note", $"Note: {note}") with { Reason = note });
    }

    private void WriteDeadlocks(Sample sample)
    {
        foreach (var deadlock in sample.Deadlocks.Except(state.Told(sample)?.Deadlocks ?? []))
            documents.Write(Of(sample, "deadlock", DeadlockText.Title(deadlock)) with { IsWarning = true }, json => json.Object("deadlock", () =>
                json.Objects("links", deadlock.Links, link =>
                {
                    json.Text("text", DeadlockText.Line(link));
                    if (link.Frame is { } frame)
                        json.Object("frame", () => new FrameMembers(json).Write(frame, hasVariables: false));
                })));
    }

    private void WriteWaits(Sample sample)
    {
        foreach (var (thread, text) in WaitsText.News(sample, state.Told(sample)))
            WriteWait(sample, thread, text);
    }

    private void WriteVariables(Sample sample)
    {
        foreach (var thread in sample.Threads.Where(thread => !thread.IsIdle && thread.Frames.Count > 0))
            WriteVariables(sample, thread);
        if (sample.Statics is { } statics && state.Statics?.Unless(statics, Sameness.OfStatics) is null)
            foreach (var type in statics)
                WriteStatics(sample, type);
        if (sample.Pending is { } pending && state.PendingVariables?.Unless(pending, Sameness.OfChainVariables) is null)
            foreach (var chain in pending.Chains)
                WriteChain(sample, chain, hasVariables: true);
    }
}
