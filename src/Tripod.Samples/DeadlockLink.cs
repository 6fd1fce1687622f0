namespace Tripod.Samples;

/// <summary>One part of a deadlock.</summary>
/// <param name="Frame">Where it waits: the newest frame of the author's; null if there is none.</param>
public abstract record DeadlockLink(Frame? Frame);
