using Tripod.Inspection.Concurrency.Chains;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Waits;

/// <summary>Tasks by the method whose task they are.</summary>
internal sealed class TaskNames(Machines machines, ChainFrames frames, ObjectNumbers numbers)
{
    /// <summary>The async method, or the method that the task runs; for any other task its type, or what joins several, and a number. Escaped.</summary>
    public string NameOf(ulong address, in Instance task) =>
        machines.Find(task) is { } machine ? frames.NameOf(machine)
        : LeafNames.JoinOf(task.Type) is { } join ? numbers.NameOf(address, join)
        : LeafNames.ActionOf(task) ?? numbers.NameOf(address, task.Type);
}
