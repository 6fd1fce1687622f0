namespace Tripod.Wire;

/// <summary>Why a tick gave no sample.</summary>
public enum SkipReason
{
    /// <summary>It gave one.</summary>
    None = 0,

    /// <summary>The collector was still starting.</summary>
    CollectorStarting = 1,

    /// <summary>The collector could not be started; <see cref="Message.Error"/> is the errno.</summary>
    CollectorNotStarted = 2,

    /// <summary>The collector ended while it read the sample, or before.</summary>
    CollectorDied = 3,

    /// <summary>The collector did not finish the sample before its deadline and was killed.</summary>
    DeadlineMissed = 4,

    /// <summary>The last sample was still being read.</summary>
    StillReading = 5,

    /// <summary>The tracer could not be started (clone failed).</summary>
    TracerNotStarted = 6,

    /// <summary>The tracer did not finish in time and was killed; every thread was released by the kernel.</summary>
    TracerHung = 7,

    /// <summary>The list of threads could not be read.</summary>
    ThreadsNotListed = 8,

    /// <summary>Threads were started faster than they could be stopped.</summary>
    ThreadsNotStopped = 9,

    /// <summary>The twin could not be forked.</summary>
    TwinNotForked = 10,

    /// <summary>The twin did not hand over its memory.</summary>
    TwinNotReady = 11,

    /// <summary>The collector failed to read the sample.</summary>
    InspectionFailed = 12,

    /// <summary>The collector waits before it is started again after a failure.</summary>
    BackingOff = 13,

    /// <summary>More threads than there are records for.</summary>
    TooManyThreads = 14,

    /// <summary>The target has changed its user; no sample comes any more.</summary>
    UserChanged = 15,

    /// <summary>The last capture held the running threads for longer than the budget allows; the next one waits.</summary>
    PauseTooLong = 16,

    /// <summary>The threads were held for so long until they had stopped that they were not held for the fork as well.</summary>
    TooBusy = 17,

    /// <summary>Tracers of earlier captures still wait for threads that were told to stop and have had no processor since.</summary>
    TracersLinger = 18,

    /// <summary>The watchdog had no processor, or the target was stopped.</summary>
    Late = 19,
}
