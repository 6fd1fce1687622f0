namespace Tripod.Samples;

/// <summary>Threads and tasks that wait for each other in a circle, without a time limit.</summary>
/// <param name="Links">Each waits for the next one, or for what that holds, and the last for the first.</param>
public sealed record Deadlock(IReadOnlyList<DeadlockLink> Links);
