using System.Globalization;
using System.Runtime.Loader;
using System.Text.Unicode;
using Tripod.Host.Capture;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host;

/// <summary>
/// Tells the collector how the target ends; or, where there is none, writes the log's last line itself. Runs on the
/// target's threads: it takes no lock, waits for nothing and throws nothing.
/// </summary>
internal sealed unsafe class Ending(string logPath)
{
    private volatile Channel? _channel;
    private int _ended;

    /// <summary>Whether a sample is in the log.</summary>
    public volatile bool HasSample;

    /// <summary>Watches for the end from now on.</summary>
    public void Watch()
    {
        AppDomain.CurrentDomain.UnhandledException += OnUnhandledException;
        // Unloading comes before ProcessExit (AppContext.OnProcessExit in the runtime): who subscribes in there is
        // called last, when no other handler can change the exit code any more.
        AssemblyLoadContext.Default.Unloading += _ => AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>From now on a collector tells the end, even before its Hello; false if the end has come already.</summary>
    public bool TryPublish(Channel channel)
    {
        _channel = channel;
        Interlocked.MemoryBarrier(); // either the end sees the channel, or we see the end
        return Volatile.Read(ref _ended) == 0;
    }

    /// <summary>That collector is no more.</summary>
    public void Withdraw() => _channel = null;

    private void OnExit(object? sender, EventArgs arguments)
    {
        Message message = Message.Create(MessageType.Exit);
        message.Count = Environment.ExitCode;
        Tell(ref message, string.Create(CultureInfo.InvariantCulture, $"exit code {message.Count}"));
    }

    private void OnUnhandledException(object sender, UnhandledExceptionEventArgs arguments)
    {
        if (!arguments.IsTerminating)
            return;
        string name = arguments.ExceptionObject.GetType().FullName ?? "?"; // neither asks the target's code
        Message message = Message.Create(MessageType.UnhandledException);
        Utf8.FromUtf16(name, new Span<byte>(message.Text, Message.TextSize), out _, out message.TextLength);
        Tell(ref message, "unhandled exception " + name);
    }

    private void Tell(ref Message message, string how)
    {
        bool told = Interlocked.Exchange(ref _ended, 1) != 0;
        int error = _channel?.Send(ref message) ?? Errno.EBADF;
        if (error is 0 or Errno.EAGAIN || told)
            return;
        LastEntry.Append(logPath, how + (HasSample ? ", while no collector was running" : ", before the first sample"));
    }
}
