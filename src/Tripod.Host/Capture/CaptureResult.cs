using Tripod.Wire;

namespace Tripod.Host.Capture;

/// <summary>What a capture gave: a twin and the threads' records, or a reason why not.</summary>
/// <param name="Reason"><see cref="SkipReason.None"/> if there is a twin.</param>
/// <param name="Error">errno of the call that failed, or 0.</param>
/// <param name="Pause">Nanoseconds from the first thread's stop to the release of all; 0 if none had to be stopped.</param>
/// <param name="TwinPid">The twin's process id.</param>
/// <param name="ThreadCount">Records that are filled.</param>
/// <param name="Unstable">How many of them say <see cref="ThreadState.Unstable"/>.</param>
/// <param name="SeizeError">errno of a refused PTRACE_SEIZE, or 0.</param>
internal readonly record struct CaptureResult(
    SkipReason Reason,
    int Error,
    long Pause = 0,
    int TwinPid = 0,
    int ThreadCount = 0,
    int Unstable = 0,
    int SeizeError = 0);
