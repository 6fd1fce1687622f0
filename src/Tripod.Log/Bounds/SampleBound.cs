using Tripod.Log.Text;
using Tripod.Samples;

namespace Tripod.Log.Bounds;

/// <summary>
/// Keeps what one sample appends to the log within a limit: parts that there is no room for are left out, and the
/// sample says so. What is written first has precedence: stacks, then waits, pending work, and variables. Deadlocks and
/// notes are never left out.
/// </summary>
/// <param name="limit">Bytes of one sample.</param>
internal sealed class SampleBound(long limit)
{
    // Kept back for what is always written: title, notes, the lines that say what is left out, the end.
    private const long Reserve = 4096;
    private const long AroundNote = 400; // what a document of its own takes besides

    private long? _number;
    private long _taken;
    private int _omittedWaits;

    /// <summary>Bytes that an entry may take as it is; if it takes more, it is to be fitted.</summary>
    public long RoomFor(LogEntry entry)
    {
        if (entry is not SamplePart { Sample: var sample })
            return long.MaxValue;
        if (entry is not SampleVariables)
            _omittedWaits = 0; // those that did not fit before come again with the sample's next part
        return _omittedWaits > 0 ? 0 : RoomFor(sample);
    }

    /// <summary>What of an entry there is room for, by what its parts take; the entry itself if that is all of it, or if it is of no sample.</summary>
    public LogEntry Fit(LogEntry entry, IPartSizes sizes) => entry switch
    {
        SampleStacks stacks => Fit(stacks, sizes),
        SampleWaits waits => new SampleWaits(FitWaits(waits.Sample, new Room(RoomFor(waits.Sample)), sizes)),
        SamplePending pending => Fit(pending, sizes),
        SampleVariables variables => Fit(variables, sizes),
        _ => entry,
    };

    /// <summary>An entry has been written.</summary>
    public void Took(LogEntry entry, long bytes)
    {
        if (entry is not SamplePart { Sample.Number: var number })
            return;
        _taken = number == _number ? _taken + bytes : bytes;
        _number = number;
    }

    private long RoomFor(Sample sample) => limit - Reserve - (sample.Number == _number ? _taken : 0);

    private SampleStacks Fit(SampleStacks entry, IPartSizes sizes)
    {
        var sample = entry.Sample;
        var room = new Room(RoomFor(sample));
        room.Take(sample.Notes.Sum(note => note.Length + AroundNote));
        var fit = new ThreadFit(room, thread => sizes.OfStack(sample, thread)) { KeepsMain = true };
        var threads = fit.Fit(sample.Threads);
        string? cut = Cut(Count(fit.OmittedThreads, "thread"), Count(fit.OmittedFrames, "older frame"));
        return cut is null ? entry : new SampleStacks(sample with { Threads = threads, Notes = [.. sample.Notes, cut] });
    }

    // a wait that is left out here is said at the sample's end
    private Sample FitWaits(Sample sample, Room room, IPartSizes sizes)
    {
        var threads = new ThreadStack[sample.Threads.Count];
        int omitted = 0;
        for (int i = 0; i < threads.Length; i++)
        {
            var thread = sample.Threads[i];
            bool fits = room.TryTake(sizes.OfWait(sample, thread));
            threads[i] = fits ? thread : thread with { Wait = null };
            omitted += fits ? 0 : 1;
        }
        _omittedWaits = omitted;
        return omitted == 0 ? sample : sample with { Threads = threads };
    }

    private SamplePending Fit(SamplePending entry, IPartSizes sizes)
    {
        var room = new Room(RoomFor(entry.Sample));
        var sample = FitWaits(entry.Sample, room, sizes);
        if (sample.Pending is not { } pending)
            return new SamplePending(sample);
        var chains = room.Fit(pending.Chains, chain => sizes.OfChain(sample, chain, hasVariables: false));
        int omitted = pending.Chains.Count - chains.Count;
        if (omitted == 0)
            return new SamplePending(sample);
        string problem = $"{Count(omitted, "kind")} of chains did not fit, {Because}";
        return new SamplePending(sample with
        {
            Pending = Without(pending, chains) with { Problem = pending.Problem is null ? problem : $"{pending.Problem}; {problem}" },
        });
    }

    private SampleVariables Fit(SampleVariables entry, IPartSizes sizes)
    {
        var sample = entry.Sample;
        var room = new Room(RoomFor(sample));
        string? waits = Count(_omittedWaits, "wait");
        _omittedWaits = 0;
        if (!entry.HasVariables)
            return entry with { Sample = Noting(sample, Cut(waits)) };
        var fit = new ThreadFit(room, thread => sizes.OfVariables(sample, thread));
        var threads = fit.Fit(sample.Threads);
        var statics = room.Fit(sample.Statics ?? [], type => sizes.OfStatics(sample, type));
        var chains = room.Fit(sample.Pending?.Chains ?? [], chain => sizes.OfChain(sample, chain, hasVariables: true));
        string? cut = Cut(
            waits, Of(Count(fit.OmittedThreads, "thread")), Of(Count(fit.OmittedFrames, "older frame")),
            Of(Count((sample.Statics?.Count ?? 0) - statics.Count, "type")),
            Of(Count((sample.Pending?.Chains.Count ?? 0) - chains.Count, "kind of chains", "kinds of chains")));
        return cut is null ? entry : entry with
        {
            Sample = Noting(sample, cut) with
            {
                Threads = threads,
                Statics = sample.Statics is null ? null : statics,
                Pending = sample.Pending is { } pending ? Without(pending, chains) : null,
            },
        };

        static string? Of(string? count) => count is null ? null : "the variables of " + count;
    }

    private string Because => $"because a sample has at most {Terms.Count(limit, "byte")} (TRIPOD_MAX_BYTES)";

    private static PendingWork Without(PendingWork pending, IReadOnlyList<AsyncChain> chains) => pending with
    {
        Chains = chains,
        OmittedKinds = pending.OmittedKinds + pending.Chains.Count - chains.Count,
    };

    private static Sample Noting(Sample sample, string? note) => note is null ? sample : sample with { Notes = [.. sample.Notes, note] };

    private string? Cut(params string?[] parts) =>
        parts.All(part => part is null) ? null : $"left out, {Because}: {string.Join(", ", parts.OfType<string>())}";

    private static string? Count(int count, string noun, string? plural = null) => count == 0 ? null : Terms.Count(count, noun, plural);
}
