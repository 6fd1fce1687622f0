using Tripod.Host.Capture;
using Tripod.Wire;

namespace Tripod.Host;

/// <summary>
/// What happens at a tick, at a message and at a deadline. All on the watchdog's thread; times in nanoseconds of
/// CLOCK_MONOTONIC.
/// </summary>
internal sealed unsafe partial class Sampler(Handover handover, Capturer capturer, Ending ending)
{
    private const long StartTime = 10 * Native.Time.NanosecondsPerSecond;
    private const int NanosecondsPerClockTick = 100;
    private const int MostVainStarts = 3;

    private readonly SkipQueue _skips = new();
    private readonly long _readTime = handover.Deadline.Ticks * NanosecondsPerClockTick;
    private Phase _phase;
    private Backoff _starts;
    private Backoff _captures;
    private PauseBudget _pauses = new(handover.MaxPause.Ticks * NanosecondsPerClockTick);
    private CollectorProcess? _collector;
    private int _vainStarts;
    private bool _complained;

    // The tick that waits for the collector's start, or whose sample is being read.
    private long _tick;
    private long _tickTime;

    private enum Phase
    {
        Absent,
        Starting,
        Idle,
        Reading,

        /// <summary>No sample comes any more; the collector only waits for the target's end.</summary>
        Over,
    }

    /// <summary>The socket to listen to; −1 while there is none.</summary>
    public int Descriptor => _collector?.Channel.Descriptor ?? -1;

    /// <summary>When <see cref="Expire"/> has to be called.</summary>
    public long Deadline { get; private set; } = long.MaxValue;

    /// <summary>Looks after tracers that outlive their capture; whether that is to be done again soon.</summary>
    public bool HasTracers() => capturer.HasTracers();

    /// <summary>A tick is due.</summary>
    public void Tick(long tick, long now)
    {
        switch (_phase)
        {
            case Phase.Idle:
                Capture(tick, now);
                break;
            case Phase.Reading:
                Skip(tick, SkipReason.StillReading);
                break;
            case Phase.Starting:
                _skips.Add(new Skip(_tick, _tickTime, SkipReason.CollectorStarting, 0));
                Take(tick);
                break;
            case Phase.Over:
                break;
            case Phase.Absent when _starts.IsOver(now):
                Start(tick, now);
                break;
            default:
                Skip(tick, SkipReason.BackingOff);
                break;
        }
    }

    /// <summary>Ticks have passed while the watchdog had no processor.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="ago">For how long that one has been due.</param>
    public void Miss(long first, long count, long ago)
    {
        if (_phase != Phase.Over)
            _skips.Add(new Skip(first, WallClock() - ago, SkipReason.Late, 0, (int)Math.Min(count, int.MaxValue)));
    }

    /// <summary>Something came from the collector.</summary>
    public void Receive(long now)
    {
        while (_collector is not null)
        {
            int received = _collector.Channel.TryReceive(out Message message);
            if (received == 0)
                return;
            if (received < 0)
                Drop(SkipReason.CollectorDied, 0, now);
            else if (message.Type == MessageType.Hello && _phase == Phase.Starting)
                Greet(now);
            else if (message.Type == MessageType.Done && _phase == Phase.Reading && message.Tick == _tick)
                Finish(message.Reason);
        }
    }

    /// <summary>The deadline has passed.</summary>
    public void Expire(long now)
    {
        if (_phase == Phase.Starting)
            Drop(SkipReason.CollectorNotStarted, Native.Errno.ETIMEDOUT, now);
        else if (_phase == Phase.Reading)
            Drop(SkipReason.DeadlineMissed, 0, now);
    }

    private void Capture(long tick, long now)
    {
        Take(tick);
        if (Native.Kernel.EffectiveUser() != _collector!.User)
        {
            LetGo();
            return;
        }
        if (!_captures.IsOver(now))
        {
            Skip(tick, SkipReason.BackingOff);
            return;
        }
        if (!_pauses.IsOver(now))
        {
            Skip(tick, SkipReason.PauseTooLong);
            return;
        }
        SendSkips(); // those since the last sample come before this one in the log
        CaptureResult result = capturer.Capture(_collector!.Pid);
        if (result.Reason == SkipReason.None)
            Hand(result, now);
        else
            Miss(result, now);
    }

    private void Hand(in CaptureResult result, long now)
    {
        _captures.Reset();
        _pauses.Spend(result.Pause, now);
        int error = Send(result, now);
        _phase = Phase.Reading;
        Deadline = now + _readTime;
        if (error != 0)
            Drop(SkipReason.CollectorDied, error, now);
    }

    /// <summary>Where the target was held for long, and in vain, it is not again at the very next tick.</summary>
    private void Miss(in CaptureResult result, long now)
    {
        if (result.Reason is SkipReason.TracerHung or SkipReason.TooBusy)
        {
            _captures.Fail(now);
            _pauses.Spend(result.Pause, now);
        }
        Skip(_tick, result.Reason, result.Error);
        SendSkips();
        if (result is { Reason: SkipReason.TracerNotStarted, Error: Native.Errno.ESRCH or Native.Errno.ETIMEDOUT })
            Drop(SkipReason.CollectorDied, 0, now); // its guardian is dead, or stopped
    }

    private void Finish(SkipReason reason)
    {
        capturer.EndTwin();
        _phase = Phase.Idle;
        Deadline = long.MaxValue;
        if (reason == SkipReason.None)
        {
            _starts.Reset();
            ending.HasSample = true;
        }
        SendSkips();
    }

    private void Take(long tick)
    {
        _tick = tick;
        _tickTime = WallClock();
    }

    private void Skip(long tick, SkipReason reason, int error = 0) => _skips.Add(new Skip(tick, WallClock(), reason, error));

    private static long WallClock() => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * NanosecondsPerClockTick;
}
