using Tripod.Samples;

namespace Tripod.Log.Bounds;

/// <summary>
/// Finds the threads that there is room for: the main thread first, then those that run, then those that wait. Of the
/// first that does not fit whole the newest frames are kept; what comes after it is there whole or not at all.
/// </summary>
/// <param name="room">The room, which is taken.</param>
/// <param name="size">What a thread takes.</param>
internal sealed class ThreadFit(Room room, Func<ThreadStack, long> size)
{
    // no thread with frames is shorter: where less is left none is tried, which takes time
    private const long Least = 100;

    private bool _isFull;

    /// <summary>Threads that are left out whole.</summary>
    public int OmittedThreads { get; private set; }

    /// <summary>Frames that are left out of the threads that are kept.</summary>
    public int OmittedFrames { get; private set; }

    /// <summary>Keeps one frame of the main thread even where there is no room for it.</summary>
    public bool KeepsMain { get; init; }

    /// <summary>The threads that fit, in their own order.</summary>
    public IReadOnlyList<ThreadStack> Fit(IReadOnlyList<ThreadStack> threads)
    {
        var kept = new ThreadStack?[threads.Count];
        foreach (int i in Enumerable.Range(0, threads.Count).OrderBy(i => Rank(threads[i])))
            kept[i] = Fit(threads[i]);
        return [.. kept.OfType<ThreadStack>()];
    }

    private static int Rank(ThreadStack thread) => thread switch
    {
        { Kind: ThreadKind.Main } => 0,
        { IsIdle: true } => 3,
        { Activity: ThreadActivity.Waiting } => 2,
        _ => 1,
    };

    private ThreadStack? Fit(ThreadStack thread)
    {
        bool isWorthTrying = !_isFull || room.Left >= Least || thread.IsIdle || thread.Frames.Count == 0;
        if (isWorthTrying && room.TryTake(size(thread)))
            return thread;
        int count = _isFull ? 0 : FramesThatFit(thread);
        _isFull = true;
        if (count == 0 && KeepsMain && thread.Kind == ThreadKind.Main)
            count = 1;
        if (count == 0)
        {
            OmittedThreads++;
            return null;
        }
        var cut = Newest(thread, count);
        room.Take(size(cut));
        OmittedFrames += thread.Frames.Count - cut.Frames.Count;
        return cut;
    }

    // the more frames the more bytes: between what fits and what does not there is one border
    private int FramesThatFit(ThreadStack thread)
    {
        int fits = 0, most = thread.Frames.Count - 1;
        while (fits < most)
        {
            int count = (fits + most + 1) / 2;
            if (size(Newest(thread, count)) <= room.Left)
                fits = count;
            else
                most = count - 1;
        }
        return fits;
    }

    private static ThreadStack Newest(ThreadStack thread, int count) => count >= thread.Frames.Count ? thread : thread with
    {
        Frames = [.. thread.Frames.TakeLast(count)],
        OmittedFrames = thread.OmittedFrames + thread.Frames.Count - count,
    };
}
