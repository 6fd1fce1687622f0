using Tripod.Host.Capture;
using Tripod.Wire;

namespace Tripod.Host;

/// <summary>The collector's life, and what it is told.</summary>
internal sealed unsafe partial class Sampler
{
    private void Start(long tick, long now)
    {
        Take(tick);
        Channel? channel = Channel.TryOpen(out Channel? other, out int error);
        if (channel is null || other is null)
        {
            Fail(error, now);
            return;
        }
        using (other)
            _collector = CollectorProcess.TryStart(capturer.Control, handover.CollectorCommand, channel, other, out error);
        if (_collector is null)
            Fail(error, now);
        else if (ending.TryPublish(channel))
        {
            _phase = Phase.Starting;
            Deadline = now + StartTime;
        }
        else
            Drop(SkipReason.None, 0, now); // the target has just ended, and said so in the log itself
    }

    private void Fail(int error, long now)
    {
        _starts.Fail(now);
        Skip(_tick, SkipReason.CollectorNotStarted, error);
        Complain($"the collector {handover.CollectorCommand[0]} does not start (errno {error})");
    }

    private void Greet(long now)
    {
        _phase = Phase.Idle;
        _complained = true; // one that has worked once is worth a line in the log, not on the user's terminal
        Deadline = long.MaxValue;
        SendSkips();
        if (_phase == Phase.Idle)
            Capture(_tick, now);
    }

    private void Drop(SkipReason reason, int error, long now)
    {
        if (_phase is Phase.Starting or Phase.Reading)
            _skips.Add(new Skip(_tick, _tickTime, reason, error));
        if (_phase == Phase.Starting && ++_vainStarts == MostVainStarts)
            Complain("the collector ends or hangs while it starts");
        ending.Withdraw();
        _collector!.Dispose();
        _collector = null;
        capturer.EndTwin();
        _starts.Fail(now);
        _phase = _phase == Phase.Over ? Phase.Over : Phase.Absent;
        Deadline = long.MaxValue;
    }

    /// <summary>
    /// Guardian and tracers keep the rights that the target has given up, and share its memory: whoever got hold of the
    /// target could have those rights back through them.
    /// </summary>
    private void LetGo()
    {
        Skip(_tick, SkipReason.UserChanged);
        SendSkips();
        capturer.LeaveTracers();
        _collector!.LetGo();
        _phase = Phase.Over;
    }

    private void Complain(string why)
    {
        if (!_complained)
            Notice.NotSampling(why, "install Tripod again; it is tried again meanwhile");
        _complained = true;
    }

    private int Send(in CaptureResult result, long now)
    {
        Message message = Message.Create(MessageType.Sample);
        message.Tick = _tick;
        message.Time = _tickTime;
        message.Started = now;
        message.Pause = result.Pause;
        message.TwinPid = result.TwinPid;
        message.ThreadCount = result.ThreadCount;
        message.WatchdogTid = capturer.Control->WatchdogTid;
        message.Error = result.SeizeError;
        message.Unstable = result.Unstable;
        return _collector!.Channel.Send(ref message);
    }

    /// <summary>Tells what was skipped, oldest first, as far as the socket takes it.</summary>
    private void SendSkips()
    {
        while (_skips.TryPeek(out Skip skip))
        {
            Message message = Message.Create(MessageType.Skipped);
            message.Tick = skip.Tick;
            message.Time = skip.Time;
            message.Reason = skip.Reason;
            message.Error = skip.Error;
            message.Count = skip.Count;
            if (_collector!.Channel.Send(ref message) != 0)
                return; // full, or gone: poll tells, and the rest waits for the next one
            _skips.Remove();
        }
    }
}
