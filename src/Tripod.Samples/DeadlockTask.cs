namespace Tripod.Samples;

/// <summary>One task of a deadlock.</summary>
/// <param name="What">The task, as in <see cref="ThreadWait.What"/>.</param>
/// <param name="WaitsFor">The task for which it waits, in the same words; null if it runs on a thread.</param>
/// <param name="RunsOn">Managed id of the thread that runs it; null if it waits for a task.</param>
/// <param name="Frame">Its await; null if it runs, or is no async method's.</param>
public sealed record DeadlockTask(string What, string? WaitsFor, int? RunsOn, Frame? Frame) : DeadlockLink(Frame);
