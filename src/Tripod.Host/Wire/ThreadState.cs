namespace Tripod.Wire;

/// <summary>How the tracer found a thread.</summary>
public enum ThreadState
{
    /// <summary>Listed, not looked at yet.</summary>
    Listed = 0,

    /// <summary>Under PTRACE_SEIZE, not stopped yet.</summary>
    Seized = 1,

    /// <summary>It was running, was stopped, and all its registers are known.</summary>
    Stopped = 2,

    /// <summary>It ended meanwhile.</summary>
    Gone = 3,

    /// <summary>It was told to stop and did not within the time allowed: its stack in the twin is not of one instant.</summary>
    NotStopped = 4,

    /// <summary>Blocked in a system call and never touched; stack pointer and program counter are known.</summary>
    Asleep = 5,

    /// <summary>Asleep when read, but it ran before the twin was forked: not to be trusted.</summary>
    Unstable = 6,

    /// <summary>ptrace was refused: it was running, nothing is known.</summary>
    Refused = 7,
}
