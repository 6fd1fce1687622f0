using System.Diagnostics;
using Tripod.Host.Capture;
using Tripod.Host.Native;
using Tripod.Wire;

namespace Tripod.Host;

/// <summary>The thread that wakes at every tick. Until the first one it maps, opens and prepares nothing.</summary>
internal sealed class Watchdog
{
    /// <summary>The thread's name; the log leaves it out.</summary>
    public const string ThreadName = "Tripod watchdog";

    private const int StackSize = 512 * 1024; // the JIT runs on it when the zone is prepared
    private const int NanosecondsPerClockTick = 100;
    private const long LookTime = 100 * Time.NanosecondsPerMillisecond;
    private const long LongestSleep = 3_600_000;
    private const long LongestInterval = TimeSpan.TicksPerDay * 365 * 50; // "never", without an overflow

    private readonly Handover _handover;
    private readonly Architecture _machine;
    private readonly Ending _ending;
    private TickSchedule _ticks;

    private Watchdog(Handover handover, in Architecture machine)
    {
        _handover = handover;
        _machine = machine;
        _ending = new Ending(handover.LogPath);
        _ticks = new TickSchedule(Now(), Math.Min(handover.Interval.Ticks, LongestInterval) * NanosecondsPerClockTick);
    }

    /// <summary>Starts it; the first tick comes one interval later.</summary>
    public static void Start(Handover handover, in Architecture machine)
    {
        var watchdog = new Watchdog(handover, machine);
        watchdog._ending.Watch();
        // UnsafeStart: no ExecutionContext of the target comes along
        new Thread(watchdog.Run, StackSize) { IsBackground = true, Name = ThreadName }.UnsafeStart();
    }

    private void Run()
    {
        try
        {
            while (_ticks.Next - Now() is > 0 and var left)
                Thread.Sleep((int)Math.Min(left / Time.NanosecondsPerMillisecond + 1, LongestSleep)); // until then no P/Invoke: it loads an assembly
            if (Kernel.LackOfProcessDescriptors() is > 0 and var lacking)
            {
                Notice.NotSampling($"this system has no pidfd_open (errno {lacking})", "Linux 5.3 or later has it, unless a container forbids it");
                return;
            }
            var twinLife = TimeSpan.FromSeconds(Math.Max(10, 2 * _handover.Deadline.TotalSeconds));
            if (Capturer.TryCreate(_machine, twinLife, out int error) is { } capturer)
                Loop(new Sampler(_handover, capturer, _ending));
            else
                Notice.NotSampling($"no memory for it (errno {error})", "raise the limit of address space");
        }
        catch (Exception exception) // whatever is wrong with us, an exception from here would end the target
        {
            Notice.NotSampling("an error of Tripod's own, " + exception.GetType().FullName, "please report it");
        }
    }

    private void Loop(Sampler sampler)
    {
        while (true)
        {
            long now = Now();
            long due = _ticks.Next;
            if (_ticks.TryTake(now, out long missed))
            {
                if (missed > 0)
                    sampler.Miss(_ticks.Number - missed, missed, now - due);
                sampler.Tick(_ticks.Number, now);
            }
            if (now >= sampler.Deadline)
                sampler.Expire(now);
            long wake = Math.Min(_ticks.Next, sampler.Deadline);
            if (sampler.HasTracers())
                wake = Math.Min(wake, now + LookTime);
            if (Kernel.WaitReadable(sampler.Descriptor, wake - Now()) > 0)
                sampler.Receive(Now());
        }
    }

    /// <summary>On Linux a Stopwatch counts nanoseconds of CLOCK_MONOTONIC.</summary>
    private static long Now() => Stopwatch.GetTimestamp();
}
