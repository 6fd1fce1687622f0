using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Tripod.Host.Capture;
using Tripod.Wire;
using Architecture = Tripod.Host.Native.Architecture;
using ThreadState = Tripod.Wire.ThreadState;

namespace CaptureTarget;

/// <summary>
/// Captures itself while threads wake one another in a ring, each by the next one's pipe. Of each the twin must know
/// whether it sleeps: a thread that is said to sleep has said so itself, on every page of its memory.
/// </summary>
internal static unsafe partial class Ring
{
    private const int Threads = 8;
    private const int Tokens = 2;
    private const int Pages = 16;
    private const long Asleep = 1;

    /// <summary>So long a thread computes before it wakes the next one.</summary>
    private static readonly long WorkTime = Stopwatch.Frequency / 1000;

    public static int Run(int captures)
    {
        Seat[] seats = [.. Enumerable.Range(0, Threads).Select(_ => new Seat())];
        for (int i = 0; i < Threads; i++)
            seats[i].Start(seats[(i + 1) % Threads]);
        for (int i = 0; i < Tokens; i++)
            seats[i * Threads / Tokens].Wake();
        Architecture.TryDetect(out Architecture machine);
        Capturer capturer = Capturer.TryCreate(machine, TimeSpan.FromSeconds(10), out _)!;
        int captured = 0, sleeping = 0, unstable = 0, wrong = 0;
        for (int i = 0; i < captures; i++)
        {
            CaptureResult result = capturer.Capture(0);
            if (result.Reason != SkipReason.None)
                continue;
            captured++;
            using SafeFileHandle memory = File.OpenHandle($"/proc/{result.TwinPid}/mem");
            foreach (ThreadRecord record in capturer.Records)
            {
                if (seats.FirstOrDefault(seat => seat.Tid == record.Tid) is not { } seat)
                    continue;
                unstable += record.State == ThreadState.Unstable ? 1 : 0;
                if (record.State != ThreadState.Asleep || record.SystemCall != machine.read)
                    continue;
                sleeping++;
                wrong += seat.IsAsleep(memory) ? 0 : 1;
            }
            capturer.EndTwin();
        }
        Console.WriteLine($"captured {captured}");
        Console.WriteLine($"sleeping {sleeping}");
        Console.WriteLine($"unstable {unstable}");
        Console.WriteLine($"wrong {wrong}");
        return 0;
    }

    private sealed class Seat
    {
        private readonly long* _pages = (long*)NativeMemory.AlignedAlloc((nuint)(Pages * Environment.SystemPageSize), (nuint)Environment.SystemPageSize);
        private readonly int _reading, _writing;

        public Seat()
        {
            int* pair = stackalloc int[2];
            if (pipe2(pair, 0) != 0)
                throw new IOException("pipe2");
            (_reading, _writing) = (pair[0], pair[1]);
        }

        public int Tid { get; private set; }

        public void Start(Seat next)
        {
            using var started = new ManualResetEventSlim();
            new Thread(() =>
            {
                Tid = Spinner.gettid();
                Say(Asleep);
                started.Set();
                while (true)
                    Turn(next);
            })
            { IsBackground = true }.Start();
            started.Wait();
        }

        public void Wake()
        {
            byte token = 0;
            if (write(_writing, &token, 1) != 1)
                throw new IOException("write");
        }

        /// <summary>Whether the twin's copy of the thread sleeps.</summary>
        public bool IsAsleep(SafeFileHandle memory)
        {
            Span<byte> bytes = stackalloc byte[sizeof(long)];
            for (int i = 0; i < Pages; i++)
            {
                if (RandomAccess.Read(memory, bytes, (long)Page(i)) != bytes.Length || BitConverter.ToInt64(bytes) != Asleep)
                    return false;
            }
            return true;
        }

        private void Turn(Seat next)
        {
            byte token;
            while (read(_reading, &token, 1) != 1)
            {
            }
            Say(0);
            long end = Stopwatch.GetTimestamp() + WorkTime;
            while (Stopwatch.GetTimestamp() < end)
            {
            }
            Say(Asleep);
            next.Wake();
        }

        private void Say(long phase)
        {
            for (int i = 0; i < Pages; i++)
                Volatile.Write(ref *Page(i), phase);
        }

        private long* Page(int index) => _pages + index * Environment.SystemPageSize / sizeof(long);
    }

    [LibraryImport("libc")]
    private static partial int pipe2(int* pair, int flags);

    [LibraryImport("libc")]
    private static partial nint read(int file, byte* buffer, nuint size);

    [LibraryImport("libc")]
    private static partial nint write(int file, byte* buffer, nuint size);
}
