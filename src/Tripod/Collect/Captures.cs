using Microsoft.Win32.SafeHandles;
using Tripod.Inspection;
using Tripod.Wire;

namespace Tripod.Collect;

/// <summary>What the wire says of a sample, and the records beside it.</summary>
internal static class Captures
{
    /// <param name="targetPid">The target.</param>
    /// <param name="message">A <see cref="MessageType.Sample"/>.</param>
    /// <param name="memory">The twin's memory.</param>
    /// <exception cref="IOException">The threads' records cannot be mapped.</exception>
    public static CaptureInfo Of(int targetPid, in Message message, SafeFileHandle memory) => new()
    {
        Number = message.Tick,
        Time = Clock.FromUnixNanoseconds(message.Time),
        Uptime = Clock.Nanoseconds(message.Started),
        Pause = Clock.Nanoseconds(message.Pause),
        TargetPid = targetPid,
        TwinPid = message.TwinPid,
        TwinMemory = memory,
        Threads = ThreadTable.Read(message.ThreadCount),
        WatchdogTid = message.WatchdogTid,
        SeizeError = message.Error,
        Unstable = message.Unstable,
    };
}
