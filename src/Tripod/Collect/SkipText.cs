using Tripod.Native;
using Tripod.Wire;

namespace Tripod.Collect;

/// <summary>Why ticks were skipped, for the reader of the log.</summary>
internal static class SkipText
{
    public static string Of(SkipReason reason, int errno)
    {
        string text = reason switch
        {
            SkipReason.CollectorStarting => "the collector was still starting",
            SkipReason.CollectorNotStarted => "the collector could not be started",
            SkipReason.CollectorDied => "the collector ended unexpectedly; it is started again",
            SkipReason.DeadlineMissed => "the collector did not finish the sample before its deadline and was ended; TRIPOD_DEADLINE sets the deadline",
            SkipReason.StillReading => "the last sample was still being read",
            SkipReason.TracerNotStarted => "the tracer could not be started",
            SkipReason.TracerHung => "the tracer did not finish in time; every thread was released",
            SkipReason.ThreadsNotListed => "the list of threads could not be read",
            SkipReason.ThreadsNotStopped => "threads were started faster than they could be stopped",
            SkipReason.TwinNotForked => "the copy of the process could not be made",
            SkipReason.TwinNotReady => "the copy of the process did not hand over its memory",
            SkipReason.InspectionFailed => "the collector failed to read the sample",
            SkipReason.BackingOff => "the collector waits before it is started again after a failure",
            SkipReason.TooManyThreads => "the process has more threads than Tripod can list",
            SkipReason.UserChanged => "the target has changed its user, and Tripod, which kept the rights that it gave up, samples it no more; start it as that user to have it sampled",
            SkipReason.Late => "the program was stopped, or got no processor for Tripod's thread",
            SkipReason.PauseTooLong => "the last capture held the running threads for longer than TRIPOD_MAX_PAUSE; the next one waits for 50 times as long",
            SkipReason.TooBusy => "the machine is too busy: the threads took so long to stop that they were let go without a sample",
            SkipReason.TracersLinger => "threads that were told to stop for earlier samples have had no processor since",
            _ => $"reason {(int)reason}",
        };
        return errno == 0 ? text : $"{text}: {Errno.Text(errno)}";
    }
}
