using System;
using System.IO;
using System.Threading;

namespace Proof;

/// <summary>Reads how far the log has come, into which samples of this very process are written.</summary>
static class Samples
{
    private static readonly object Gate = new();
    private static StreamReader? _log;
    private static int _count;

    /// <summary>Somebody reads on all the time: others may wait.</summary>
    public static bool IsFollowed { get; private set; }

    /// <summary>The program ends: no sample is worth waiting for.</summary>
    public static bool IsOver { get; private set; }

    /// <summary>Reads on for so long.</summary>
    public static void Follow(TimeSpan time)
    {
        IsFollowed = true;
        for (long end = Environment.TickCount64 + (long)time.TotalMilliseconds; Environment.TickCount64 < end; Thread.Sleep(10))
            Count();
        IsOver = true;
        lock (Gate)
            Monitor.PulseAll(Gate);
    }

    /// <summary>How many samples are in the log so far.</summary>
    public static int Count()
    {
        lock (Gate)
        {
            int before = _count;
            _log ??= Open();
            // a line that was not complete yet is missed, and one sample more is waited for
            while (_log.ReadLine() is { } line)
                if (line.StartsWith("Sample ", StringComparison.Ordinal))
                    _count++;
            if (_count > before)
                Monitor.PulseAll(Gate);
            return _count;
        }
    }

    /// <summary>Waits, off the processor, until there are so many.</summary>
    public static void WaitFor(int count)
    {
        lock (Gate)
            while (_count < count && !IsOver)
                Monitor.Wait(Gate);
    }

    // Tripod creates it before it starts the program
    private static StreamReader Open() => new(new FileStream(
        Directory.GetFiles(Environment.GetEnvironmentVariable("PROOF_LOG")!)[0], FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
}
