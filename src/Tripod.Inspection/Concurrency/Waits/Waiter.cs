using Tripod.Inspection.Concurrency.Chains;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Who waits: a thread or a task.</summary>
/// <param name="Thread">Number of the thread in the sample; −1 for a task.</param>
/// <param name="Task">The task; null for a thread.</param>
internal readonly record struct Waiter(int Thread, AsyncNode? Task);
