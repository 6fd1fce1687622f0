using System.Text;
using Tripod.Wire;

namespace Tripod.Collect;

/// <summary>How the target ended, as far as can be known.</summary>
internal sealed class TargetEnd(ProcessHandle target)
{
    // The socket closes a little before the kernel declares the process dead.
    private const int GraceMilliseconds = 500;

    // Between its death and its parent's wait, older kernels tell the status; newer ones tell it after that too.
    private const int StatusMilliseconds = 300;

    private string? _exception;
    private int? _exitCode;

    /// <summary>Remembers what the target said about its own end.</summary>
    public unsafe void Announce(in Message message)
    {
        if (message.Type == MessageType.Exit)
            _exitCode = message.Count;
        else
            fixed (byte* text = message.Text)
                _exception = Encoding.UTF8.GetString(text, Math.Clamp(message.TextLength, 0, Message.TextSize));
    }

    /// <summary>A few words, such as <c>exit code 3</c> or <c>killed by SIGTERM</c>.</summary>
    public string Describe()
    {
        if (!target.WaitForEnd(GraceMilliseconds))
            return "it let go of Tripod and lives on: it has executed another program, or closed the descriptors that are not its own";
        var status = Status();
        string? how = status is { } known ? Of(known) : _exitCode is { } code ? $"exit code {code}" : null;
        if (_exception is not null)
            return how is null ? $"unhandled exception {_exception}" : $"unhandled exception {_exception}, {how}";
        return how ?? "vanished: nothing is known about its end";
    }

    private static string Of(WaitStatus status) => status.Signal == 0
        ? $"exit code {status.ExitCode}"
        : $"killed by {SignalNames.Of(status.Signal)}";

    private WaitStatus? Status()
    {
        for (int waited = 0; ; waited += 5)
        {
            if (WaitStatus.Of(target) is { } status)
                return status;
            if (_exitCode is not null || waited >= StatusMilliseconds)
                return null;
            Thread.Sleep(5);
        }
    }
}
