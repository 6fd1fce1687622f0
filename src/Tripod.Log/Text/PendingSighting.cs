using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>The sample that printed pending async work for the last time, and how the work was then.</summary>
internal sealed record PendingSighting(PendingWork Pending, long Number, DateTimeOffset Time)
{
    /// <summary>The sighting after one more sample.</summary>
    /// <param name="before">The one before; null if there was none.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="same">Whether two works are the same to a reader.</param>
    public static PendingSighting? After(PendingSighting? before, Sample sample, Func<PendingWork, PendingWork, bool> same) =>
        sample.Pending is not { } pending ? null
        : before is not null && same(before.Pending, pending) ? before
        : new PendingSighting(pending, sample.Number, sample.Time);
}
