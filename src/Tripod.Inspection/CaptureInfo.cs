using Microsoft.Win32.SafeHandles;
using Tripod.Wire;

namespace Tripod.Inspection;

/// <summary>What came over the wire for one sample.</summary>
public sealed record CaptureInfo
{
    /// <summary>Number of the sample in its log.</summary>
    public required long Number { get; init; }

    /// <summary>The instant at which the threads were stopped.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>About the same instant by CLOCK_MONOTONIC, for the time between samples; zero if unknown.</summary>
    public TimeSpan Uptime { get; init; }

    /// <summary>For how long running threads were stopped.</summary>
    public required TimeSpan Pause { get; init; }

    /// <summary>Process id of the target.</summary>
    public required int TargetPid { get; init; }

    /// <summary>Process id of the twin.</summary>
    public required int TwinPid { get; init; }

    /// <summary>
    /// The twin's /proc/self/mem; null to use process_vm_readv(2). It stays the caller's, and open until the sample's
    /// variables have been read.
    /// </summary>
    public SafeFileHandle? TwinMemory { get; init; }

    /// <summary>One record a thread.</summary>
    public required ThreadRecord[] Threads { get; init; }

    /// <summary>Thread id of the watchdog, which is in no sample.</summary>
    public int WatchdogTid { get; init; }

    /// <summary>errno of a refused PTRACE_SEIZE; 0 if none was.</summary>
    public int SeizeError { get; init; }

    /// <summary>Threads that ran between being read as asleep and the twin's birth.</summary>
    public int Unstable { get; init; }
}
