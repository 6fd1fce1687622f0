using System.Diagnostics;
using Tripod.Host.Native;
using Tripod.Host.Zone;
using Tripod.Wire;

namespace Tripod.Host.Capture;

/// <summary>Captures this process. One capture and one twin at a time, always from the same thread.</summary>
internal sealed unsafe class Capturer
{
    /// <summary>A tracer that needs longer is killed, and all threads run on.</summary>
    public const int TracerMilliseconds = 500;

    private const long TwinStartTime = 1000 * Time.NanosecondsPerMillisecond;

    /// <summary>
    /// Long for a machine with a processor to spare, where microseconds do: a thread that has not stopped by then is not in
    /// the sample.
    /// </summary>
    private const long StopTime = 100 * Time.NanosecondsPerMillisecond;

    private readonly Control* _control;
    private readonly Tracers _tracers;

    private Capturer(Control* control)
    {
        _control = control;
        _tracers = new Tracers(control);
    }

    /// <summary>Maps and prepares the zone; null and errno if there is no memory for it.</summary>
    /// <param name="machine">The architecture of this process.</param>
    /// <param name="twinLife">Longest life of a twin that nobody ends.</param>
    /// <param name="error">errno, or 0.</param>
    public static Capturer? TryCreate(in Architecture machine, TimeSpan twinLife, out int error)
    {
        Control* control = ZoneMemory.TryCreate(machine, out error);
        if (control is null)
            return null;
        control->TracerMilliseconds = TracerMilliseconds;
        control->StopTime = StopTime;
        control->TwinSeconds = (int)Math.Ceiling(twinLife.TotalSeconds);
        var capturer = new Capturer(control);
        capturer.Reset();
        ZonePreparation.Prepare(control);
        return capturer;
    }

    /// <summary>The zone's memory, for the collector's start and for tests.</summary>
    public Control* Control => _control;

    /// <summary>What the tracer learnt of each thread, in memory that the collector maps too.</summary>
    public ReadOnlySpan<ThreadRecord> Records => new(_control->Records, _control->Count);

    /// <summary>Stops the running threads, reads their registers, forks the twin and lets all go.</summary>
    /// <param name="collectorPid">Whom Yama shall allow to read the twin; 0 for nobody.</param>
    public CaptureResult Capture(int collectorPid)
    {
        if (!TryClear())
            return new CaptureResult(SkipReason.TwinNotForked, Errno.EBUSY);
        if (!_tracers.TryTake())
            return new CaptureResult(SkipReason.TracersLinger, 0);
        Reset();
        _control->CollectorPid = collectorPid;
        Launcher.Run(_control);
        CaptureResult result = Result();
        if (result.Reason != SkipReason.None)
            EndTwin();
        return result;
    }

    /// <summary>Calls that were started again since the start, for tests.</summary>
    public int Restarted => _tracers.Restarted;

    /// <summary>Looks after tracers that linger; whether there are any.</summary>
    public bool HasTracers() => _tracers.Look() > 0;

    /// <summary>Has them end: no capture comes any more.</summary>
    public void LeaveTracers() => _tracers.Leave();

    /// <summary>Ends the twin, and those before it if there were several, and reaps them.</summary>
    public void EndTwin()
    {
        // for one that SIGKILL does not reach: the target has changed its user
        Volatile.Write(ref _control->Chosen, -1);
        Volatile.Write(ref _control->TwinRelease, 1);
        Kernel.Wake(&_control->Chosen);
        Kernel.Wake(&_control->TwinRelease);
        for (int i = 0; i < Zone.Control.MostTwins; i++)
        {
            if (Reaper.TryEnd(_control->Twins[i]))
                _control->Twins[i] = 0;
        }
    }

    /// <summary>Whether nothing of the last capture is left that the kernel would not let go.</summary>
    private bool TryClear()
    {
        if (HasTwins)
            EndTwin();
        return !HasTwins && _tracers.TryEndWork();
    }

    private bool HasTwins => new ReadOnlySpan<int>(_control->Twins, Zone.Control.MostTwins).ContainsAnyExcept(0);

    private void Reset()
    {
        Control* c = _control;
        c->WatchdogTid = Kernel.ThreadId();
        c->Go = c->Finished = c->Forks = c->Chosen = 0;
        c->Count = c->Unstable = c->SeizeError = c->Error = 0;
        c->Reason = SkipReason.None;
        c->Stopped = c->Released = 0;
        c->TwinReady = c->TwinError = c->TwinRelease = 0;
    }

    private CaptureResult Result()
    {
        Control* c = _control;
        long pause = c->Stopped == 0 ? 0 : c->Released - c->Stopped;
        if (c->Reason != SkipReason.None)
            return new CaptureResult(c->Reason, c->Error, pause);
        if (!IsTwinReady())
            return new CaptureResult(SkipReason.TwinNotReady, Errno.ETIMEDOUT);
        if (c->TwinError != 0)
            return new CaptureResult(SkipReason.TwinNotReady, c->TwinError);
        return new CaptureResult(
            SkipReason.None, 0, pause, c->Twins[c->Chosen - 1], c->Count, c->Unstable, c->SeizeError);
    }

    private bool IsTwinReady()
    {
        ref int ready = ref _control->TwinReady;
        long deadline = Stopwatch.GetTimestamp() + TwinStartTime;
        while (Volatile.Read(ref ready) == 0)
        {
            long left = deadline - Stopwatch.GetTimestamp();
            if (left <= 0)
                return false;
            Kernel.WaitWhile(&_control->TwinReady, 0, left);
        }
        return true;
    }
}
