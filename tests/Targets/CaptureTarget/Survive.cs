using System.Diagnostics;
using Tripod.Host.Capture;
using Tripod.Host.Native;
using Tripod.Wire;

namespace CaptureTarget;

/// <summary>Captures itself while the test kills and stops its tracers, and looks whether every thread runs on.</summary>
internal static class Survive
{
    public static int Run(int wanted)
    {
        Progress[] threads = [.. Enumerable.Range(0, 4).Select(i => new Progress(sleeps: i % 2 == 1))];
        Architecture.TryDetect(out Architecture machine);
        Capturer capturer = Capturer.TryCreate(machine, TimeSpan.FromSeconds(10), out _)!;
        Handshake.Reached($"capturing {Spinner.gettid()}");
        long end = Stopwatch.GetTimestamp() + 90 * Stopwatch.Frequency;
        int hung = 0, good = 0, stuck = 0;
        while ((hung < wanted || good < wanted) && stuck == 0 && Stopwatch.GetTimestamp() < end)
        {
            CaptureResult result = capturer.Capture(0);
            hung += result.Reason == SkipReason.TracerHung ? 1 : 0;
            good += result.Reason == SkipReason.None ? 1 : 0;
            capturer.EndTwin();
            stuck += threads.Count(thread => !thread.GoesOn());
        }
        Console.WriteLine($"hung {hung}");
        Console.WriteLine($"good {good}");
        Console.WriteLine($"stuck {stuck}");
        return 0;
    }

    private sealed class Progress
    {
        private long _count;

        public Progress(bool sleeps) => new Thread(() =>
        {
            while (true)
            {
                Interlocked.Increment(ref _count);
                if (sleeps)
                    Thread.Sleep(1);
            }
        })
        { IsBackground = true }.Start();

        public bool GoesOn()
        {
            long before = Interlocked.Read(ref _count);
            long patience = Stopwatch.GetTimestamp() + 10 * Stopwatch.Frequency;
            while (Interlocked.Read(ref _count) < before + 2 && Stopwatch.GetTimestamp() < patience)
                Thread.Sleep(1);
            return Interlocked.Read(ref _count) >= before + 2;
        }
    }
}
