using Tripod.Inspection;
using Tripod.Log;
using Tripod.Samples;
using Tripod.Wire;

namespace Tripod.Collect;

/// <summary>One sample from the twin to the log: the stacks first, each part on disk before the next is sought.</summary>
/// <param name="inspector">Reads the twin.</param>
/// <param name="log">Where the sample goes.</param>
/// <param name="hasVariables">Whether variables are read.</param>
internal sealed class SampleReading(IInspector inspector, SampleLog log, bool hasVariables)
{
    private bool _announced;
    private bool _hasStacks;
    private string _part = "";

    /// <summary>Reads and writes a sample.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="capture">Makes what came over the wire for it.</param>
    /// <param name="started">When it began, by CLOCK_MONOTONIC in nanoseconds.</param>
    /// <returns><see cref="SkipReason.None"/> if its stacks are in the log.</returns>
    public SkipReason Read(long number, Func<CaptureInfo> capture, long started)
    {
        _hasStacks = false;
        string? problem = TryRead(capture, started);
        if (problem is not null)
            log.Write(new Note(DateTimeOffset.UtcNow, $"{(_hasStacks ? "The rest of sample" : "Sample")} {number} {problem}"));
        return _hasStacks ? SkipReason.None : SkipReason.InspectionFailed;
    }

    private string? TryRead(Func<CaptureInfo> capture, long started)
    {
        try
        {
            return IsRead(capture(), started) ? null : Lost;
        }
        catch (Exception e) // whatever goes wrong in ClrMD or in our own reading costs the rest of this sample, and the log says so
        {
            return inspector.IsTwinIntact ? $"could not be read, from its {_part} on: {e.GetType().Name}: {e.Message}" : Lost;
        }
    }

    // What was read from a twin that died meanwhile may be holes: nothing of it is told.
    private string Lost => $"was lost: the target ended before its {_part} were read";

    private bool IsRead(CaptureInfo capture, long started)
    {
        if (Part("stacks", () => inspector.ReadStacks(capture)) is not { } stacks)
            return false;
        Announce();
        log.Write(new SampleStacks(stacks));
        _hasStacks = true;
        if (Part("waits", () => inspector.ReadWaits(stacks)) is not { } waits)
            return false;
        log.Write(new SampleWaits(waits));
        if (Part("async methods", () => inspector.ReadPending(waits)) is not { } pending)
            return false;
        log.Write(new SamplePending(pending));
        if (Part("variables", () => hasVariables ? inspector.ReadVariables(pending) : pending) is not { } full)
            return false;
        log.Write(new SampleVariables(full with { Duration = Clock.Since(started) }, hasVariables));
        return true;
    }

    private Sample? Part(string part, Func<Sample> read)
    {
        _part = part;
        var sample = read();
        return inspector.IsTwinIntact ? sample : null;
    }

    private void Announce()
    {
        if (_announced)
            return;
        _announced = true;
        log.Write(new CollectorStarted(DateTimeOffset.UtcNow, Environment.ProcessId, inspector.Runtime ?? "unknown runtime"));
    }
}
