using System.Diagnostics;

namespace Tripod.Host;

/// <summary>
/// The entry point of the process that runs a script: <c>dotnet exec … Tripod.Host.dll script.dll args…</c>.
/// An exception that the script lets escape leaves Main too, so that the runtime reports it and aborts the process as it
/// does for any program; our frames are hidden, because the trace is the script's.
/// </summary>
[StackTraceHidden, DebuggerNonUserCode]
internal static class ScriptHost
{
    /// <summary>Tripod itself failed or was misused, as env(1) and timeout(1) report it.</summary>
    private const int Misused = 125;

    private static int Main(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("tripod: Tripod.Host.dll is started by Tripod; use `tripod run SCRIPT`");
            return Misused;
        }
        Sampling.Begin();
        return CompiledScript.Load(args[0]).Run(new ScriptGlobals(args[1..]));
    }
}
