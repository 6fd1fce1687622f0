using System.Diagnostics;
using Tripod.Host.Capture;
using Architecture = Tripod.Host.Native.Architecture;
using ThreadState = Tripod.Wire.ThreadState;

namespace CaptureTarget;

/// <summary>
/// Captures itself while many of its threads fall asleep and wake all the time, for measurements by hand on a machine
/// that is given more to do than it can: how many calls end with EINTR, how long the captures hold the rest.
/// </summary>
internal static unsafe class Overload
{
    private const int Groups = 8;
    private const int Interval = 20;

    public static int Run(int seconds, int spinners)
    {
        var interruptions = new Interruptions();
        for (int i = 0; i < Groups; i++)
            interruptions.Start();
        for (int i = 0; i < spinners; i++)
            new Spinner().Start();
        Architecture.TryDetect(out Architecture machine);
        Capturer capturer = Capturer.TryCreate(machine, TimeSpan.FromSeconds(10), out _)!;
        var reasons = new Dictionary<string, int>();
        List<long> pauses = [];
        int late = 0, captures = 0;
        long end = Stopwatch.GetTimestamp() + seconds * Stopwatch.Frequency;
        while (Stopwatch.GetTimestamp() < end)
        {
            CaptureResult result = capturer.Capture(0);
            pauses.Add(result.Pause);
            captures++;
            string reason = $"{result.Reason}_{result.Error}";
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
            int stragglers = capturer.Records.ToArray().Count(record => record.State == ThreadState.NotStopped);
            late += stragglers > 0 ? 1 : 0;
            capturer.EndTwin();
            Thread.Sleep(Interval);
        }
        pauses.Sort();
        Console.WriteLine($"captures {captures} late {late} restarted {capturer.Restarted}");
        Console.WriteLine($"interrupted {interruptions.Count} of {interruptions.Calls}");
        Console.WriteLine(string.Join(' ', reasons.Select(reason => $"{reason.Key}={reason.Value}")));
        Console.WriteLine($"pause ms p50 {pauses[pauses.Count / 2] / 1e6:F1} p95 {pauses[pauses.Count * 95 / 100] / 1e6:F1} max {pauses[^1] / 1e6:F1}");
        return 0;
    }
}
