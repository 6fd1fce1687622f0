using Microsoft.Win32.SafeHandles;
using Tripod.Inspection;
using Tripod.Log;
using Tripod.Wire;

namespace Tripod.Collect;

/// <summary>The process that reads twins and writes the log: one sample for each message of the watchdog, until the target ends.</summary>
internal sealed class Collector : IDisposable
{
    private readonly ProcessHandle _target;
    private readonly Channel _channel;
    private readonly Inspector _inspector;
    private readonly SampleReading _reading;
    private readonly SampleLog _log;
    private readonly TargetEnd _end;
    private readonly bool _hasVariables;
    private readonly long? _unfinished; // by the collector before this one
    private SafeFileHandle? _twinMemory;
    private int _twinPid;

    public Collector(CollectArguments arguments)
    {
        _target = new ProcessHandle(arguments.TargetPid);
        _channel = new Channel(_target);
        _log = new SampleLog(arguments.LogPath, arguments.Limits);
        _unfinished = _log.FindUnfinished();
        _hasVariables = arguments.StackVars;
        _inspector = new Inspector(arguments.TargetPid, new InspectionOptions { Limits = arguments.Limits, Variables = arguments.StackVars, Statics = arguments.Statics, Raw = arguments.Raw });
        _reading = new SampleReading(_inspector, _log, arguments.StackVars);
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
        _inspector.Dispose();
        _log.Dispose();
        _target.Dispose();
    }

    private void Keep(int twinPid, SafeFileHandle? memory)
    {
        _twinMemory?.Dispose();
        _twinMemory = memory;
        _twinPid = twinPid;
    }

    private void Read(Message message, SafeFileHandle memory)
    {
        var done = Message.Create(MessageType.Done);
        done.Tick = message.Tick;
        done.Reason = _reading.Read(message.Tick, () => Captures.Of(_target.Pid, message, memory), message.Started);
        Keep(0, null);
        Channel.Send(done);
    }

    private void Handle(in Message message)
    {
        switch (message.Type)
        {
            case MessageType.Sample when _twinMemory is not null && _twinPid == message.TwinPid:
                Read(message, _twinMemory);
                break;
            case MessageType.Skipped:
                long? begun = _unfinished == message.Tick ? message.Tick : null;
                _log.Write(new SkippedTicks(Clock.FromUnixNanoseconds(message.Time), SkipText.Of(message.Reason, message.Error), message.Count, begun, _hasVariables));
                break;
            case MessageType.Exit or MessageType.UnhandledException:
                _end.Announce(message);
                break;
        }
    }
}
