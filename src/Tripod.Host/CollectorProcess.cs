using System.Diagnostics;
using System.Globalization;
using Tripod.Host.Capture;
using Tripod.Host.Native;
using Tripod.Host.Zone;

namespace Tripod.Host;

/// <summary>One collector and the guardian that is its parent.</summary>
internal sealed unsafe class CollectorProcess : IDisposable
{
    private const int StackSize = 64 * 1024;
    private const long AnswerTime = 5 * Time.NanosecondsPerSecond;
    private const long EndTime = Time.NanosecondsPerSecond;

    private readonly StringBlock _strings = new();
    private Guard* _guard;
    private int _guardianPid;

    private CollectorProcess(Channel channel) => Channel = channel;

    /// <summary>The socket to it.</summary>
    public Channel Channel { get; }

    /// <summary>The user whose rights collector and guardian have.</summary>
    public int User { get; } = Kernel.EffectiveUser();

    /// <summary>Its process id; it stays its own until <see cref="Dispose"/>.</summary>
    public int Pid { get; private set; }

    /// <summary>Starts one on a socket that is open already; null and errno if that failed.</summary>
    /// <param name="control">The zone; its records become memory that the new collector shares.</param>
    /// <param name="command">Program and arguments, to which the target's pid is added.</param>
    /// <param name="channel">Our end of the socket.</param>
    /// <param name="other">The collector's end; the caller's to close.</param>
    /// <param name="error">errno, or 0.</param>
    public static CollectorProcess? TryStart(
        Control* control, IReadOnlyList<string> command, Channel channel, Channel other, out int error)
    {
        var collector = new CollectorProcess(channel);
        error = collector.Start(control, command, other);
        if (error == 0)
            return collector;
        collector.Dispose();
        return null;
    }

    /// <summary>Kills it if it still runs, and reaps it and its guardian.</summary>
    public void Dispose()
    {
        Channel.Dispose();
        if (_guard is null)
            return;
        Kernel.Kill(_guard->CollectorPid, Signal.SIGKILL);
        EndGuardian(GuardRequest.Reap); // from here on the pid may become somebody else's
    }

    /// <summary>Ends the guardian and lets the collector live on, to write the end of the target.</summary>
    public void LetGo() => EndGuardian(GuardRequest.Leave);

    private void EndGuardian(int request)
    {
        _guard->Control->Guard = null;
        Guardian.Ask(_guard, request);
        if (_guardianPid > 0 && !Reaper.TryReap(_guardianPid, EndTime) && !Reaper.TryEnd(_guardianPid))
            return; // the kernel holds it: it keeps its memory, and is reaped by whoever comes after us
        Kernel.Unmap(_guard, MemorySize);
        _guard = null;
        _strings.Dispose();
    }

    private static nint MemorySize => sizeof(Guard) + 2 * StackSize;

    private int Start(Control* control, IReadOnlyList<string> command, Channel socket)
    {
        nint memory = Kernel.Map(MemorySize, shared: false);
        if (memory < 0)
            return (int)-memory;
        _guard = (Guard*)memory;
        Fill(control, command, socket);
        _guardianPid = Guardian.Launch(_guard);
        if (_guardianPid < 0)
            return -_guardianPid;
        if (!IsAnswered())
            return Errno.ETIMEDOUT;
        Pid = _guard->CollectorPid;
        if (_guard->Error == 0)
            control->Guard = _guard;
        return _guard->Error;
    }

    private void Fill(Control* control, IReadOnlyList<string> command, Channel socket)
    {
        List<nint> arguments = [];
        foreach (string argument in command)
            arguments.Add((nint)_strings.Add(argument));
        arguments.Add((nint)_strings.Add(control->TargetPid.ToString(CultureInfo.InvariantCulture)));
        byte* stacks = (byte*)(_guard + 1);
        _guard->Control = control;
        _guard->Program = (byte*)arguments[0];
        _guard->Arguments = _strings.AddArray(arguments);
        _guard->Environment = CollectorEnvironment.Build(_strings);
        _guard->NullPath = _strings.Add("/dev/null"u8);
        _guard->Channel = Channel.Descriptor;
        _guard->ChannelCookie = Channel.Cookie;
        _guard->Socket = socket.Descriptor;
        _guard->SocketCookie = socket.Cookie;
        _guard->GuardianEntry = (delegate*<void*, int>)&Guardian.Enter;
        _guard->StartEntry = (delegate*<void*, int>)&CollectorStart.Enter;
        // clone wants the upper end, aligned to 16
        _guard->GuardianStack = (byte*)((nint)(stacks + StackSize) & ~15);
        _guard->StartStack = (byte*)((nint)(stacks + 2 * StackSize) & ~15);
    }

    private bool IsAnswered()
    {
        long deadline = Stopwatch.GetTimestamp() + AnswerTime;
        while (Volatile.Read(ref _guard->Answered) == 0)
        {
            long left = deadline - Stopwatch.GetTimestamp();
            if (left <= 0)
                return false;
            Kernel.WaitWhile(&_guard->Answered, 0, left);
        }
        return true;
    }
}
