namespace Tripod.Samples;

/// <summary>One of several things for which a thread waits at once, or some that have the same name.</summary>
/// <param name="What">As in <see cref="ThreadWait.What"/>.</param>
/// <param name="Count">How many have this name.</param>
public sealed record WaitPart(string What, int Count = 1);
