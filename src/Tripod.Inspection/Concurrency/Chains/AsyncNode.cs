using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>A task that has not completed, or the box of an async method that is no task, and what it waits for.</summary>
/// <param name="address">Of the object.</param>
/// <param name="instance">The object.</param>
/// <param name="machine">The async method's state machine; null for any other task.</param>
internal sealed class AsyncNode(ulong address, Instance instance, Machine? machine)
{
    public ulong Address => address;

    public Instance Object => instance;

    public Machine? Machine => machine;

    /// <summary>The pending nodes that it waits for.</summary>
    public List<AsyncNode> Inner { get; } = [];

    /// <summary>Another node waits for it.</summary>
    public bool HasOuter { get; set; }

    /// <summary>What an async method awaits, if that is no node; 0 if it is one, or is not known.</summary>
    public ulong Awaited { get; set; }

    /// <summary>The awaiter that holds it.</summary>
    public Awaiter Awaiter { get; set; }

    /// <summary>Addresses of the events on which threads block until it completes; null if there are none.</summary>
    public List<ulong>? BlockingEvents { get; set; }

    /// <summary>A chain led here.</summary>
    public bool IsVisited { get; set; }
}
