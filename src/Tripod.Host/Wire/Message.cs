using System.Runtime.InteropServices;

namespace Tripod.Wire;

/// <summary>
/// One datagram between the watchdog in the target and the collector, over a SOCK_SEQPACKET socket pair.
/// Both sides are built together; <see cref="CurrentVersion"/> guards against a stale half.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct Message
{
    /// <summary>"TRPD", little endian.</summary>
    public const uint CurrentMagic = 0x44505254;

    /// <summary>Grows with every change of this struct or of <see cref="ThreadRecord"/>.</summary>
    public const ushort CurrentVersion = 2;

    /// <summary>Bytes of <see cref="Text"/>.</summary>
    public const int TextSize = 168;

    /// <summary>Always <see cref="CurrentMagic"/>.</summary>
    public uint Magic;

    /// <summary>Always <see cref="CurrentVersion"/>.</summary>
    public ushort Version;

    /// <summary>What the message says.</summary>
    public MessageType Type;

    /// <summary>Number of the tick, from 1, that the message is about.</summary>
    public long Tick;

    /// <summary>Sample, Skipped: wall clock of the tick, nanoseconds since 1970-01-01 UTC.</summary>
    public long Time;

    /// <summary>Sample: CLOCK_MONOTONIC nanoseconds at the tick; the collector measures the sample's duration from it.</summary>
    public long Started;

    /// <summary>Sample: nanoseconds from the first thread's stop to the release of all.</summary>
    public long Pause;

    /// <summary>Sample, Twin: process id of the twin.</summary>
    public int TwinPid;

    /// <summary>Sample: records in the shared memory.</summary>
    public int ThreadCount;

    /// <summary>Sample: thread id of the watchdog, which is in no sample.</summary>
    public int WatchdogTid;

    /// <summary>Skipped: why. Done: <see cref="SkipReason.None"/> if the sample is in the log.</summary>
    public SkipReason Reason;

    /// <summary>Skipped: how many ticks in a row for this reason. Exit: the exit code.</summary>
    public int Count;

    /// <summary>Skipped: errno of the failed call, or 0. Sample: errno of a refused PTRACE_SEIZE, or 0.</summary>
    public int Error;

    /// <summary>Sample: threads that ran between being read as asleep and the twin's birth; their records say Unstable.</summary>
    public int Unstable;

    /// <summary>Bytes of <see cref="Text"/> in use.</summary>
    public int TextLength;

    /// <summary>UnhandledException: full name of its type, UTF-8, cut at the end.</summary>
    public fixed byte Text[TextSize];

    /// <summary>A message of this version.</summary>
    public static Message Create(MessageType type) => new() { Magic = CurrentMagic, Version = CurrentVersion, Type = type };

    /// <summary>Whether the two halves understand each other.</summary>
    public readonly bool IsValid => Magic == CurrentMagic && Version == CurrentVersion;
}
