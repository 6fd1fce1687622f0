using Microsoft.Win32.SafeHandles;
using Tripod.Inspection;
using Tripod.Log;
using Tripod.Wire;

namespace Tripod.Collect;

/// <summary>One sample from the twin to the log: the stacks first, on disk before any value is sought.</summary>
internal sealed class SampleReading(CollectArguments arguments, SampleLog log) : IDisposable
{
    private readonly Inspector _inspector = new(arguments.TargetPid, new InspectionOptions { Limits = arguments.Limits, Variables = arguments.StackVars, Statics = arguments.Statics, Raw = arguments.Raw });
    private bool _announced;

    /// <summary>Reads and writes a sample.</summary>
    /// <returns><see cref="SkipReason.None"/> if its stacks are in the log.</returns>
    public SkipReason Read(in Message message, SafeFileHandle memory)
    {
        try
        {
            return Read(Capture(message, memory), message.Started);
        }
        catch (Exception e) // whatever goes wrong in ClrMD or in our own reading costs this sample, and the log says so
        {
            if (!_inspector.IsTwinIntact)
                return Lost(message.Tick, "it was");
            log.Write(new Note(DateTimeOffset.UtcNow, $"Sample {message.Tick} could not be read: {e.GetType().Name}: {e.Message}"));
            return SkipReason.InspectionFailed;
        }
    }

    public void Dispose() => _inspector.Dispose();

    private SkipReason Read(CaptureInfo capture, long started)
    {
        var stacks = _inspector.ReadStacks(capture);
        if (!_inspector.IsTwinIntact)
            return Lost(capture.Number, "its stacks were");
        Announce();
        log.Write(new SampleStacks(stacks));
        var waits = _inspector.ReadWaits(stacks);
        if (!_inspector.IsTwinIntact)
            return Lost(capture.Number, "what its threads wait for was");
        log.Write(new SampleWaits(waits));
        var pending = _inspector.ReadPending(waits);
        if (!_inspector.IsTwinIntact)
            return Lost(capture.Number, "its async work was");
        log.Write(new SamplePending(pending));
        if (!arguments.StackVars)
        {
            log.Write(new SampleVariables(pending with { Duration = Clock.Since(started) }, HasVariables: false));
            return SkipReason.None;
        }
        var variables = _inspector.ReadVariables(pending);
        if (!_inspector.IsTwinIntact)
            return Lost(capture.Number, "its variables were");
        log.Write(new SampleVariables(variables with { Duration = Clock.Since(started) }));
        return SkipReason.None;
    }

    // What was read from a twin that died meanwhile may be holes: nothing of it is told.
    private SkipReason Lost(long number, string what)
    {
        log.Write(new Note(DateTimeOffset.UtcNow, $"Sample {number} was lost: the target ended before {what} read"));
        return SkipReason.InspectionFailed;
    }

    private void Announce()
    {
        if (_announced)
            return;
        _announced = true;
        log.Write(new CollectorStarted(DateTimeOffset.UtcNow, Environment.ProcessId, _inspector.Runtime ?? "unknown runtime"));
    }

    private CaptureInfo Capture(in Message message, SafeFileHandle memory) => new()
    {
        Number = message.Tick,
        Time = Clock.FromUnixNanoseconds(message.Time),
        Uptime = Clock.Nanoseconds(message.Started),
        Pause = Clock.Nanoseconds(message.Pause),
        TargetPid = arguments.TargetPid,
        TwinPid = message.TwinPid,
        TwinMemory = memory,
        Threads = ThreadTable.Read(message.ThreadCount),
        WatchdogTid = message.WatchdogTid,
        SeizeError = message.Error,
        Unstable = message.Unstable,
    };
}
