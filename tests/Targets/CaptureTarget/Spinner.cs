using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CaptureTarget;

/// <summary>A thread that only computes, in one method whose code the runtime's perf map tells.</summary>
internal sealed unsafe partial class Spinner
{
    /// <summary>Counts up, in native memory.</summary>
    public readonly long* Counter = (long*)NativeMemory.AllocZeroed(64);

    public int Tid { get; private set; }

    public void Start()
    {
        using var started = new ManualResetEventSlim();
        new Thread(() =>
        {
            Tid = gettid();
            started.Set();
            SpinForEver(Counter);
        })
        { IsBackground = true }.Start();
        started.Wait();
        while (Volatile.Read(ref *Counter) == 0)
            Thread.Yield();
    }

    /// <summary>First and last address of the method, from PATH/perf-PID.map: "START SIZE NAME" in hexadecimal, with 0x or without.</summary>
    public static (ulong First, ulong Last) Code(string maps)
    {
        string line = File.ReadLines(Path.Combine(maps, $"perf-{Environment.ProcessId}.map"))
            .Single(line => line.Contains(nameof(SpinForEver), StringComparison.Ordinal));
        string[] words = line.Replace("0x", "", StringComparison.Ordinal).Split(' ');
        ulong start = ulong.Parse(words[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (start, start + ulong.Parse(words[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) - 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void SpinForEver(long* counter)
    {
        while (true)
            Volatile.Write(ref *counter, *counter + 1);
    }

    [LibraryImport("libc")]
    internal static partial int gettid();
}
