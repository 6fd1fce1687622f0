using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;
using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>Reads the stacks of all threads of one twin.</summary>
internal sealed class SampleReader(DacProcess dac, ThreadList threads, ThreadWalker walker, ModuleCatalog modules, Limits limits)
{
    private readonly List<WalkedThread> _walked = [];
    private readonly ProcessorTimes _processor = new();

    /// <summary>The threads of the last sample, in its order.</summary>
    public IReadOnlyList<WalkedThread> Walked => _walked;

    /// <summary>A garbage collection was running at the instant of the last sample.</summary>
    public bool IsCollecting { get; private set; }

    /// <summary>All threads with their frames, without variables.</summary>
    /// <exception cref="InspectionException">The runtime's threads cannot be read.</exception>
    public Sample Read(CaptureInfo capture)
    {
        _walked.Clear();
        IsCollecting = !dac.Sos.IsHeapValid;
        var processor = _processor.Since(capture.Threads, capture.Uptime);
        List<ThreadEntry> all = threads.Read(capture.WatchdogTid);
        foreach (ThreadEntry thread in all.Take(limits.Threads)) // the main thread comes first
            _walked.Add(walker.Walk(thread, IsCollecting, processor.TryGetValue(thread.OsId, out ProcessorUse use) ? use : null));
        return new Sample
        {
            Number = capture.Number,
            Time = capture.Time,
            Reason = SampleReason.Interval,
            Pause = capture.Pause,
            Threads = [.. _walked.Select(thread => thread.Stack)],
            Notes = [.. Notes(capture, all.Count)],
        };
    }

    private IEnumerable<string> Notes(CaptureInfo capture, int threadCount)
    {
        if (threadCount > limits.Threads)
            yield return $"{threadCount - limits.Threads} threads are left out (limit: {limits.Threads} threads)";
        if (_walked.Exists(thread => thread.Stack.OmittedFrames > 0))
            yield return $"oldest frames are left out (limit: {limits.Frames} frames per thread)";
        if (capture.SeizeError != 0)
            yield return $"running threads have no frames: the system refused ptrace (errno {capture.SeizeError})";
        if (IsCollecting)
            yield return "a garbage collection was running: of all variables only numbers are shown";
        foreach (string note in modules.TakeNotes())
            yield return note;
    }
}
