namespace Tripod.Samples;

/// <summary>One thread of a deadlock.</summary>
/// <param name="ManagedId">The thread.</param>
/// <param name="Name">Its name, escaped; null if it has none.</param>
/// <param name="WaitingIn">In what it waits, as in <see cref="ThreadStack.WaitingIn"/>.</param>
/// <param name="Wait">For what it waits, and which thread holds it.</param>
/// <param name="Frame">The newest frame of the author's; null if there is none.</param>
public sealed record DeadlockThread(int ManagedId, string? Name, string WaitingIn, ThreadWait Wait, Frame? Frame) : DeadlockLink(Frame);
