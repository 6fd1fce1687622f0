namespace Tripod.Inspection.Concurrency;

/// <summary>Bits of Task.m_stateFlags (Task.cs).</summary>
internal static class TaskState
{
    public const string Field = "m_stateFlags";

    private const int Started = 0x1_0000, DelegateInvoked = 0x2_0000, Completed = 0x160_0000;

    /// <summary>It ran to completion, faulted or was cancelled (TASK_STATE_COMPLETED_MASK).</summary>
    public static bool IsCompleted(int flags) => (flags & Completed) != 0;

    /// <summary>Its delegate was called.</summary>
    public static bool IsRunning(int flags) => (flags & DelegateInvoked) != 0;

    /// <summary>It stands in the queue of its scheduler, or did.</summary>
    public static bool IsQueued(int flags) => (flags & (Started | DelegateInvoked)) == Started;
}
