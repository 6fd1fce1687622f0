using System.Diagnostics;
using System.Globalization;
using Tripod.Host.Capture;
using Tripod.Host.Native;
using Tripod.Wire;

namespace CaptureTarget;

/// <summary>How long a capture stops the process, as its own clock and as a spinning victim sees it.</summary>
internal static class Measure
{
    private static volatile bool s_stop;

    public static int Run(int captures, int threads, int megabytes)
    {
        List<byte[]> heap = [];
        for (int i = 0; i < megabytes * 10; i++)
        {
            byte[] block = new byte[100_000];
            Random.Shared.NextBytes(block);
            heap.Add(block);
        }
        for (int i = 0; i < threads - 2; i++)
            new Thread(() => Thread.Sleep(Timeout.Infinite), 256 * 1024) { IsBackground = true }.Start();
        var victim = new Victim();
        new Thread(victim.Run) { IsBackground = true }.Start();

        Architecture.TryDetect(out Architecture machine);
        long before = Memory();
        long prepare = Stopwatch.GetTimestamp();
        Capturer capturer = Capturer.TryCreate(machine, TimeSpan.FromSeconds(10), out _)!;
        Print("prepare_us", (Stopwatch.GetTimestamp() - prepare) / 1000);
        List<long> pauses = [], gaps = [], totals = [];
        int failed = 0;
        for (int i = 0; i < captures; i++)
        {
            victim.Longest = 0;
            long start = Stopwatch.GetTimestamp();
            CaptureResult result = capturer.Capture(0);
            totals.Add(Stopwatch.GetTimestamp() - start);
            if (result.Reason != SkipReason.None)
            {
                failed++;
                Print("failed_" + result.Reason, result.Error);
            }
            pauses.Add(result.Pause);
            Thread.Sleep(3);
            capturer.EndTwin();
            gaps.Add(victim.Longest);
        }
        s_stop = true;
        Print("failed", failed);
        Report("pause", pauses);
        Report("gap", gaps);
        Report("capture", totals);
        Print("added_kb", Memory() - before);
        GC.KeepAlive(heap);
        return 0;
    }

    private static void Report(string name, List<long> times)
    {
        times.Sort();
        Print(name + "_p10_us", times[times.Count / 10] / 1000);
        Print(name + "_p50_us", times[times.Count / 2] / 1000);
        Print(name + "_p95_us", times[times.Count * 95 / 100] / 1000);
        Print(name + "_max_us", times[^1] / 1000);
    }

    private static long Memory() => File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("RssAnon", StringComparison.Ordinal) || line.StartsWith("RssFile", StringComparison.Ordinal) || line.StartsWith("RssShmem", StringComparison.Ordinal))
        .Sum(line => long.Parse(line.Split(':', StringSplitOptions.TrimEntries)[1].Split(' ')[0], CultureInfo.InvariantCulture));

    private static void Print(string name, long value) => Console.WriteLine($"{name} {value}");

    private sealed class Victim
    {
        public long Longest;

        public void Run()
        {
            long last = Stopwatch.GetTimestamp();
            while (!s_stop)
            {
                long now = Stopwatch.GetTimestamp();
                if (now - last > Longest)
                    Longest = now - last;
                last = now;
            }
        }
    }
}
