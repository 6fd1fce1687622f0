namespace Tripod.Samples;

/// <summary>Threads that wait for each other in a circle, without a time limit.</summary>
/// <param name="Links">Each waits for what the next one holds, and the last for what the first holds.</param>
public sealed record Deadlock(IReadOnlyList<DeadlockLink> Links);
