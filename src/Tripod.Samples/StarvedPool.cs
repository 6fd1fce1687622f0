namespace Tripod.Samples;

/// <summary>Threads of the pool block in waits for tasks while work stands in the pool's queue, and no thread is free for it.</summary>
/// <param name="Blocked">Threads of the pool that block in a wait for a task.</param>
/// <param name="Threads">Threads that the pool has for work.</param>
/// <param name="Queued">Work items in the pool's queues.</param>
public sealed record StarvedPool(int Blocked, int Threads, long Queued);
