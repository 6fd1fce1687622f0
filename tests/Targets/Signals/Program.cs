using System.Runtime.InteropServices;

namespace Signals;

/// <summary>Waits for signals: without handlers, or with handlers that say which one came and keep the process alive.</summary>
internal static class Program
{
    private const PosixSignal SIGUSR1 = (PosixSignal)10; // by its raw number on Linux

    private static readonly PosixSignal[] All = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGHUP, SIGUSR1];

    private static int Main(string[] args)
    {
        List<PosixSignalRegistration> registrations = args[0] == "handled" ? [.. All.Select(Register)] : [];
        Handshake.Reached();
        Handshake.WaitForWord();
        registrations.ForEach(registration => registration.Dispose());
        return 2;
    }

    private static PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        Handshake.Reached($"got {context.Signal}");
    });
}
