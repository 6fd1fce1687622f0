using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Streams;

/// <summary>
/// Writes down what its standard streams are, in the file that the argument names, and waits for SIGUSR1. It uses none
/// of them: on the number of a stream that was closed the runtime may have a file of its own.
/// </summary>
internal static partial class Program
{
    private const PosixSignal SIGUSR1 = (PosixSignal)10; // by its raw number on Linux
    private const uint LongestLife = 300;

    private static int Main(string[] args)
    {
        _ = alarm(LongestLife);
        using var word = new ManualResetEventSlim();
        using var registration = PosixSignalRegistration.Create(SIGUSR1, context =>
        {
            context.Cancel = true;
            word.Set();
        });
        File.WriteAllLines(args[0] + ".new", Enumerable.Range(0, 3).Select(Describe));
        File.Move(args[0] + ".new", args[0]);
        word.Wait();
        return 3;
    }

    private static string Describe(int number) =>
        $"{number}: {Digits().Replace(new FileInfo($"/proc/self/fd/{number}").LinkTarget ?? "closed", "N")}";

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [LibraryImport("libc")]
    private static partial uint alarm(uint seconds);
}
