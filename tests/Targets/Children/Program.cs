using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Children;

/// <summary>Counts SIGCHLD, first without any child of its own, then with as many as the argument says, and shows what a child sees.</summary>
[SupportedOSPlatform("linux")]
internal static class Program
{
    private static int _signals;

    private static int Main(string[] args)
    {
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGCHLD, _ => Interlocked.Increment(ref _signals));
        Handshake.Reached();
        Handshake.WaitForWord();
        Console.WriteLine($"SIGCHLD without a child: {_signals}");
        int wanted = int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture);
        int right = Enumerable.Range(0, wanted).Count(number => RunsRight($"child {number}\n"));
        Console.WriteLine($"a child's environment: {Environment()}");
        // the handlers run on the thread pool, some time after the child has been reaped
        bool all = SpinWait.SpinUntil(() => Volatile.Read(ref _signals) > wanted, TimeSpan.FromSeconds(10));
        Console.WriteLine($"{right} of {wanted} children ran right, every one signalled: {all}");
        Handshake.Reached("children done");
        Handshake.WaitForWord();
        Console.WriteLine($"SIGCHLD in all: {_signals}");
        return 0;
    }

    private static bool RunsRight(string line)
    {
        using Process child = Start("/bin/sh", ["-c", "cat; exit 7"]);
        child.StandardInput.Write(line);
        child.StandardInput.Close();
        string echoed = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return echoed == line && child.ExitCode == 7;
    }

    private static string Environment()
    {
        using Process child = Start("/usr/bin/env", ["-0"]);
        string[] names = [.. child.StandardOutput.ReadToEnd().Split('\0').Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal)];
        child.WaitForExit();
        return string.Join(' ', names);
    }

    private static Process Start(string file, string[] arguments) => Process.Start(new ProcessStartInfo(file, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
