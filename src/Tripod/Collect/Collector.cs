using Microsoft.Win32.SafeHandles;
using Tripod.Log;
using Tripod.Wire;

namespace Tripod.Collect;

/// <summary>The process that reads twins and writes the log: one sample for each message of the watchdog, until the target ends.</summary>
internal sealed class Collector : IDisposable
{
    private readonly ProcessHandle _target;
    private readonly Channel _channel;
    private readonly SampleReading _reading;
    private readonly SampleLog _log;
    private readonly TargetEnd _end;
    private SafeFileHandle? _twinMemory;
    private int _twinPid;

    public Collector(CollectArguments arguments)
    {
        _target = new ProcessHandle(arguments.TargetPid);
        _channel = new Channel(_target);
        _log = new SampleLog(arguments.LogPath, arguments.Limits);
        _reading = new SampleReading(arguments, _log);
        _end = new TargetEnd(_target);
        EndGuard.Start(_target);
    }

    /// <summary>Serves until the target ends, and writes the last entry.</summary>
    public void Run()
    {
        Channel.Send(Message.Create(MessageType.Hello));
        while (_channel.TryReceive(out var message, out var memory))
        {
            if (message.Type == MessageType.Twin)
                Keep(message.TwinPid, memory);
            else
                Handle(message);
        }
        _log.Write(new TargetEnded(DateTimeOffset.UtcNow, _end.Describe()));
    }

    public void Dispose()
    {
        _twinMemory?.Dispose();
        _reading.Dispose();
        _log.Dispose();
        _target.Dispose();
    }

    private void Keep(int twinPid, SafeFileHandle? memory)
    {
        _twinMemory?.Dispose();
        _twinMemory = memory;
        _twinPid = twinPid;
    }

    private void Handle(in Message message)
    {
        switch (message.Type)
        {
            case MessageType.Sample when _twinMemory is not null && _twinPid == message.TwinPid:
                var done = Message.Create(MessageType.Done);
                done.Tick = message.Tick;
                done.Reason = _reading.Read(message, _twinMemory);
                Keep(0, null);
                Channel.Send(done);
                break;
            case MessageType.Skipped:
                _log.Write(new SkippedTicks(Clock.FromUnixNanoseconds(message.Time), SkipText.Of(message.Reason, message.Error), message.Count));
                break;
            case MessageType.Exit or MessageType.UnhandledException:
                _end.Announce(message);
                break;
        }
    }
}
