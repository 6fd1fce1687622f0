using Tripod.Log.Text;

namespace Tripod.Log;

/// <summary>Entries that could not be written since the last one that was.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">Time of the first.</param>
/// <param name="Reason">Why the first was lost.</param>
internal sealed record Losses(long Count, DateTimeOffset First, string Reason)
{
    public static Losses Add(Losses? losses, LogEntry entry, string reason) =>
        losses is null ? new Losses(1, entry.Time, reason) : losses with { Count = losses.Count + 1 };

    /// <summary>What the log says about them as soon as it can.</summary>
    public Note ToNote() => new(First, $"from here on {Terms.Count(Count, "entry", "entries")} could not be written: {Reason}");
}
