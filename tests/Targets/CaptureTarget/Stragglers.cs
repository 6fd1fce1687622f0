using System.Diagnostics;
using System.Runtime.InteropServices;
using Tripod.Host.Capture;
using Tripod.Wire;
using Architecture = Tripod.Host.Native.Architecture;
using ThreadState = Tripod.Wire.ThreadState;

namespace CaptureTarget;

/// <summary>Captures that tell every thread to stop, also those that sleep, and wait for none of them.</summary>
internal static unsafe class Stragglers
{
    private static readonly byte* s_comm = (byte*)Marshal.StringToCoTaskMemUTF8("comm");

    public static int Run(int captures)
    {
        var interruptions = new Interruptions();
        interruptions.Start();
        Capturer capturer = Create();
        capturer.Control->StopTime = 0;
        int captured = 0, stopped = 0, withStragglers = 0;
        for (int i = 0; i < captures; i++)
        {
            captured += capturer.Capture(0).Reason == SkipReason.None ? 1 : 0;
            ThreadRecord[] records = capturer.Records.ToArray();
            stopped += records.Count(record => record.State == ThreadState.Stopped);
            withStragglers += records.Any(record => record.State == ThreadState.NotStopped) ? 1 : 0;
            capturer.EndTwin();
            Await(capturer);
        }
        Console.WriteLine($"captured {captured}");
        Console.WriteLine($"stopped {stopped}");
        Console.WriteLine($"stragglers {withStragglers}");
        Console.WriteLine($"restarted {capturer.Restarted}");
        Console.WriteLine($"interrupted {interruptions.Count}");
        Console.WriteLine($"children {Check.Children()}");
        return 0;
    }

    /// <summary>One that takes no thread for a sleeper: of the file that tells, it reads another.</summary>
    public static Capturer Create()
    {
        Architecture.TryDetect(out Architecture machine);
        Capturer capturer = Capturer.TryCreate(machine, TimeSpan.FromSeconds(10), out _)!;
        capturer.Control->SyscallName = s_comm;
        return capturer;
    }

    /// <summary>Waits until no tracer lingers.</summary>
    public static void Await(Capturer capturer)
    {
        long patience = Stopwatch.GetTimestamp() + 60 * Stopwatch.Frequency;
        while (capturer.HasTracers())
        {
            if (Stopwatch.GetTimestamp() > patience)
                throw new TimeoutException("a tracer lingers for ever");
            Thread.Yield();
        }
    }
}
