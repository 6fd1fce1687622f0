using Tripod.Host.Capture;
using Tripod.Wire;
using Architecture = Tripod.Host.Native.Architecture;
using ThreadState = Tripod.Wire.ThreadState;

namespace CaptureTarget;

/// <summary>Captures itself, twice, where ptrace is forbidden.</summary>
internal static class Refuse
{
    public static int Run()
    {
        var spinner = new Spinner();
        spinner.Start();
        Architecture.TryDetect(out Architecture machine);
        Seccomp.Forbid(machine.ptrace);
        Capturer capturer = Capturer.TryCreate(machine, TimeSpan.FromSeconds(10), out _)!;

        Print(capturer, spinner);
        Print(capturer, spinner); // this time the sleepers are looked for from within
        return 0;
    }

    private static void Print(Capturer capturer, Spinner spinner)
    {
        CaptureResult result = capturer.Capture(0);
        Console.WriteLine($"reason {result.Reason}");
        Console.WriteLine($"error {result.SeizeError}");
        Console.WriteLine($"pause {result.Pause}");
        foreach (ThreadRecord record in capturer.Records)
        {
            if (record.Tid == spinner.Tid)
                Console.WriteLine($"spinner {record.State} {record.Error}");
        }
        Console.WriteLine($"asleep {capturer.Records.ToArray().Any(record => record.State == ThreadState.Asleep)}");
        capturer.EndTwin();
    }
}
