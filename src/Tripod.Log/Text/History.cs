using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>How each thread of the last sample was, and since when it has been like that.</summary>
/// <param name="same">Whether a thread has not moved.</param>
internal sealed class History(Func<ThreadStack, ThreadStack, bool> same)
{
    // By OS id: threads of the runtime may share a managed one.
    private Dictionary<int, Sighting> _threads = [];

    /// <summary>The history after one more sample.</summary>
    public History After(Sample sample)
    {
        var threads = new Dictionary<int, Sighting>(sample.Threads.Count);
        foreach (var thread in sample.Threads.Where(thread => !thread.IsIdle)) // idle ones are counted, and no reader has seen their frames
            threads[thread.OsId] = Unmoved(thread) ?? new Sighting(thread, sample.Number, sample.Time);
        return new History(same) { _threads = threads };
    }

    /// <summary>When a thread was first seen as it is now, if it was so in the last sample; null if it is new, moved, or not wholly known.</summary>
    public Sighting? Unmoved(ThreadStack thread) =>
        thread.Problem is null && thread.Frames.Count > 0 && _threads.TryGetValue(thread.OsId, out var first) &&
        first.Thread.ManagedId == thread.ManagedId && same(first.Thread, thread) ? first : null;
}
