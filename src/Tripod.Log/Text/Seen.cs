using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>The sample that printed a section for the last time, and what it said then.</summary>
internal sealed record Seen<T>(T What, long Number, DateTimeOffset Time)
    where T : class
{
    /// <summary>What has been seen after one more sample.</summary>
    /// <param name="before">What was before; null for nothing.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="now">Its section; null if it has none.</param>
    /// <param name="same">Whether two sections are the same to a reader.</param>
    public static Seen<T>? After(Seen<T>? before, Sample sample, T? now, Func<T, T, bool> same) =>
        now is null ? null : before?.Unless(now, same) ?? new Seen<T>(now, sample.Number, sample.Time);

    /// <summary>This, unless a section is another now.</summary>
    public Seen<T>? Unless(T now, Func<T, T, bool> same) => same(What, now) ? this : null;
}
