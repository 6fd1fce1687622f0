using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Tripod.Host.Capture;
using Tripod.Host.Native;
using Tripod.Wire;
using Architecture = Tripod.Host.Native.Architecture;
using ThreadState = Tripod.Wire.ThreadState;

namespace CaptureTarget;

/// <summary>Captures itself and checks what comes out against what it knows of itself.</summary>
internal static unsafe class Check
{
    public static int Run(int captures, string maps)
    {
        int signals = 0;
        using var childSignal = PosixSignalRegistration.Create(PosixSignal.SIGCHLD, _ => Interlocked.Increment(ref signals));
        var spinner = new Spinner();
        spinner.Start();
        int sleeper = StartSleeper();
        var interruptions = new Interruptions();
        interruptions.Start();
        var code = Spinner.Code(maps);
        Architecture.TryDetect(out Architecture machine);
        Capturer capturer = Capturer.TryCreate(machine, TimeSpan.FromSeconds(10), out _)!;
        capturer.Capture(0);
        capturer.EndTwin();
        Print("checking", Descriptors().Length); // whatever Console opens, it opens now
        string before = Descriptors();
        int captured = 0, hung = 0, spinning = 0, sleeping = 0, frozen = 0, late = 0, unstable = 0;
        while (captured < captures && hung <= captures)
        {
            CaptureResult result = capturer.Capture(0);
            if (result.Reason is SkipReason.TracerHung or SkipReason.TooBusy || result is { Reason: SkipReason.TwinNotForked, Error: Errno.EBUSY })
            {
                hung++; // half a second was not enough, or two for the last twin to die: a very busy machine
                Console.WriteLine($"busy_{hung} {result.Reason} twins {capturer.Control->Twins[0]} {capturer.Control->Twins[1]}");
                continue;
            }
            if (result.Reason != SkipReason.None)
                throw new InvalidOperationException($"{result.Reason}, errno {result.Error}");
            captured++;
            unstable += result.Unstable;
            foreach (ThreadRecord record in capturer.Records)
            {
                if (record.Tid == spinner.Tid)
                {
                    ulong pc = record.Registers[machine.ProgramCounter];
                    bool inMethod = record.State == ThreadState.Stopped && pc >= code.First && pc <= code.Last;
                    spinning += inMethod ? 1 : 0;
                    late += record.State == ThreadState.NotStopped ? 1 : 0;
                }
                if (record.Tid == sleeper && record.State == ThreadState.Asleep && record.CpuTime > 0)
                    sleeping++;
            }
            frozen += IsFrozen(result, spinner.Counter) ? 1 : 0;
            capturer.EndTwin();
        }
        Print("captured", captured);
        Print("hung", hung);
        Print("spinning", spinning);
        Print("sleeping", sleeping);
        Print("frozen", frozen);
        Print("late", late);
        Print("unstable", unstable);
        Print("restarted", capturer.Restarted);
        Print("interrupted", interruptions.Count);
        Print("calls", interruptions.Calls);
        Print("sigchld", signals);
        Print("children", Children());
        Console.WriteLine($"descriptors {(before == Descriptors() ? "same" : $"{before} became {Descriptors()}")}");
        return 0;
    }

    private static int StartSleeper()
    {
        using var started = new ManualResetEventSlim();
        int tid = 0;
        new Thread(() =>
        {
            tid = Spinner.gettid();
            started.Set();
            Thread.Sleep(Timeout.Infinite);
        })
        { IsBackground = true }.Start();
        started.Wait();
        while (!File.ReadAllText($"/proc/self/task/{tid}/stat").Contains(") S ", StringComparison.Ordinal))
            Thread.Yield();
        return tid;
    }

    /// <summary>The twin's copy of the counter stands still while the live one goes on.</summary>
    private static bool IsFrozen(in CaptureResult result, long* counter)
    {
        using SafeFileHandle memory = File.OpenHandle($"/proc/{result.TwinPid}/mem");
        long live = Volatile.Read(ref *counter);
        long first = Read(memory, counter);
        long patience = Stopwatch.GetTimestamp() + 10 * Stopwatch.Frequency;
        while (Volatile.Read(ref *counter) == live && Stopwatch.GetTimestamp() < patience)
            Thread.Yield();
        return Volatile.Read(ref *counter) > live && first > 0 && first <= live && Read(memory, counter) == first;
    }

    private static long Read(SafeFileHandle memory, long* address)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        return RandomAccess.Read(memory, bytes, (long)address) == bytes.Length ? BitConverter.ToInt64(bytes) : -1;
    }

    /// <summary>Children of any of our threads: tracers and twins that were left behind.</summary>
    public static int Children() => Directory.GetDirectories("/proc/self/task")
        .Sum(task => File.ReadAllText(task + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    /// <summary>What is open, but for the assemblies that the runtime opens when it first needs them.</summary>
    private static string Descriptors() => string.Join(' ', Directory.GetFiles("/proc/self/fd")
        .Select(file => $"{Path.GetFileName(file)}={new FileInfo(file).LinkTarget}")
        .Where(file => !file.EndsWith(".dll", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal));

    private static void Print(string name, long value) => Console.WriteLine($"{name} {value}");
}
