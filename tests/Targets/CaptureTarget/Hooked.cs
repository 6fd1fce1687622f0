using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CaptureTarget;

/// <summary>Does what the lines on standard input say, and answers each with a line.</summary>
internal static partial class Hooked
{
    private static int s_signals;

    public static int Run()
    {
        Handshake.Reached();
        while (Console.ReadLine() is { } line)
        {
            switch (line.Split(' '))
            {
                case ["return", var code]:
                    return int.Parse(code);
                case ["exit", var code]:
                    Environment.Exit(int.Parse(code));
                    break;
                case ["exit-late", var code]:
                    AppDomain.CurrentDomain.ProcessExit += (_, _) => Environment.ExitCode = int.Parse(code);
                    return 0;
                case ["throw"]:
                    throw new TargetException();
                case ["getenv", var name]:
                    Console.WriteLine($"{Environment.GetEnvironmentVariable(name) ?? "-"} {Marshal.PtrToStringUTF8(getenv(name)) ?? "-"}");
                    break;
                case ["child", var name]:
                    Console.WriteLine(Child(name));
                    break;
                case ["watch-children"]:
                    _ = PosixSignalRegistration.Create(PosixSignal.SIGCHLD, _ => Interlocked.Increment(ref s_signals));
                    Console.WriteLine("watching");
                    break;
                case ["signals"]:
                    Console.WriteLine(s_signals);
                    break;
                case ["descriptors"]:
                    Console.WriteLine(Descriptors());
                    break;
            }
        }
        return 99;
    }

    private static string Child(string variable)
    {
        using Process child = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"echo \"${{{variable}-none}}\""])
        {
            RedirectStandardOutput = true,
        })!;
        return child.StandardOutput.ReadToEnd().Trim();
    }

    /// <summary>What is open below 100, but for the assemblies, which the runtime keeps open.</summary>
    private static string Descriptors() => string.Join(' ', Directory.GetFiles("/proc/self/fd")
        .Where(file => int.Parse(Path.GetFileName(file)) < 100)
        .Select(file => new FileInfo(file).LinkTarget)
        .Where(link => link is not null && !link.EndsWith(".dll", StringComparison.Ordinal))
        .Select(link => link!.Split('[')[0])
        .Order(StringComparer.Ordinal));

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint getenv(string name);

    private sealed class TargetException : Exception
    {
        public override string Message => "as the test wanted";
    }
}
