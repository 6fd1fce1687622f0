using System.Diagnostics;
using Tripod.Host.Capture;
using Tripod.Host.Zone;
using Tripod.Wire;
using Architecture = Tripod.Host.Native.Architecture;

namespace CaptureTarget;

/// <summary>Captures itself until timers have woken a thread during the fork, so that there was another one.</summary>
internal static unsafe class Twice
{
    private const int Threads = 8;

    public static int Run()
    {
        for (int i = 0; i < Threads; i++)
            new Thread(Doze) { IsBackground = true }.Start();
        Architecture.TryDetect(out Architecture machine);
        Capturer capturer = Capturer.TryCreate(machine, TimeSpan.FromSeconds(10), out _)!;
        long end = Stopwatch.GetTimestamp() + 90 * Stopwatch.Frequency;
        while (Stopwatch.GetTimestamp() < end)
        {
            CaptureResult result = capturer.Capture(0);
            int[] twins = [.. new ReadOnlySpan<int>(capturer.Control->Twins, Control.MostTwins).ToArray().Where(pid => pid != 0)];
            if (result.Reason == SkipReason.None && twins.Length > 1)
            {
                Console.WriteLine($"serves {(result.TwinPid == twins[^1] ? "last" : "another")}");
                Console.WriteLine($"others {(twins[..^1].All(pid => HasEnded(pid, end)) ? "ended" : "live")}");
                Console.WriteLine($"last {(HasEnded(twins[^1], 0) ? "ended" : "lives")}");
                capturer.EndTwin();
                Console.WriteLine($"left {twins.Any(pid => Directory.Exists($"/proc/{pid}"))}");
                return 0;
            }
            capturer.EndTwin();
        }
        return 1;
    }

    private static void Doze()
    {
        while (true)
            Thread.Sleep(10);
    }

    /// <summary>Whether a child is a zombie; it may need a while for that.</summary>
    private static bool HasEnded(int pid, long patience)
    {
        while (!File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal))
        {
            if (Stopwatch.GetTimestamp() > patience)
                return false;
            Thread.Yield();
        }
        return true;
    }
}
