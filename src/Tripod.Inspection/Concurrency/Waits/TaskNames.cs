using Tripod.Inspection.Concurrency.Chains;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Tasks by the async method whose task they are.</summary>
internal sealed class TaskNames(Machines machines, ChainFrames frames)
{
    /// <summary>The method's name, escaped; null if the task is no async method's.</summary>
    public string? NameOf(in Instance task) => machines.Find(task) is { } machine ? frames.NameOf(machine) : null;
}
