using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Tripod.Host.Capture;
using Tripod.Wire;
using Architecture = Tripod.Host.Native.Architecture;
using ThreadState = Tripod.Wire.ThreadState;

namespace CaptureTarget;

/// <summary>
/// Captures itself while threads wake one another in a ring, each by the next one's pipe, and timers wake others. A
/// thread that is said to sleep must have said so itself, on every page that it has in the twin.
/// </summary>
internal static unsafe partial class Ring
{
    private const int Threads = 8;
    private const int Tokens = 2;
    private const int Timed = 4;
    private const int Pages = 16;
    private const long Asleep = 1;

    /// <summary>So long a thread of the ring computes before it wakes the next one.</summary>
    private static readonly long WorkTime = Stopwatch.Frequency / 1000;

    private const long TimerTime = 5_000_000;

    public static int Run(int captures)
    {
        Seat[] seats = [.. Enumerable.Range(0, Threads + Timed).Select(i => new Seat(isTimed: i >= Threads))];
        for (int i = 0; i < seats.Length; i++)
            seats[i].Start(i < Threads ? seats[(i + 1) % Threads] : null);
        for (int i = 0; i < Tokens; i++)
            seats[i * Threads / Tokens].Wake();
        Architecture.TryDetect(out Architecture machine);
        Capturer capturer = Capturer.TryCreate(machine, TimeSpan.FromSeconds(10), out _)!;
        int captured = 0, sleeping = 0, dozing = 0, unstable = 0, wrong = 0;
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
                unstable += record.State == ThreadState.Unstable && !seat.IsTimed ? 1 : 0;
                if (record.State != ThreadState.Asleep || record.SystemCall != machine.read)
                    continue;
                sleeping += seat.IsTimed ? 0 : 1;
                dozing += seat.IsTimed ? 1 : 0;
                wrong += seat.IsAsleep(memory) ? 0 : 1;
            }
            capturer.EndTwin();
        }
        Console.WriteLine($"captured {captured}");
        Console.WriteLine($"sleeping {sleeping}");
        Console.WriteLine($"dozing {dozing}");
        Console.WriteLine($"unstable {unstable}");
        Console.WriteLine($"wrong {wrong}");
        return 0;
    }

    private sealed class Seat
    {
        private readonly long* _pages = (long*)NativeMemory.AlignedAlloc((nuint)(Pages * Environment.SystemPageSize), (nuint)Environment.SystemPageSize);
        private readonly int _reading, _writing;

        public Seat(bool isTimed)
        {
            IsTimed = isTimed;
            if (isTimed)
            {
                long* times = stackalloc long[4] { 0, TimerTime, 0, TimerTime };
                _reading = timerfd_create(1, 0); // CLOCK_MONOTONIC
                if (timerfd_settime(_reading, 0, times, null) != 0)
                    throw new IOException("timerfd");
                return;
            }
            int* pair = stackalloc int[2];
            if (pipe2(pair, 0) != 0)
                throw new IOException("pipe2");
            (_reading, _writing) = (pair[0], pair[1]);
        }

        public bool IsTimed { get; }

        public int Tid { get; private set; }

        public void Start(Seat? next)
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

        private void Turn(Seat? next)
        {
            long token;
            while (read(_reading, &token, sizeof(long)) <= 0)
            {
            }
            Say(0);
            long end = Stopwatch.GetTimestamp() + WorkTime;
            while (!IsTimed && Stopwatch.GetTimestamp() < end)
            {
            }
            Say(Asleep);
            next?.Wake();
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
    private static partial int timerfd_create(int clock, int flags);

    [LibraryImport("libc")]
    private static partial int timerfd_settime(int file, int flags, long* time, long* old);

    [LibraryImport("libc")]
    private static partial nint read(int file, long* buffer, nuint size);

    [LibraryImport("libc")]
    private static partial nint write(int file, byte* buffer, nuint size);
}
