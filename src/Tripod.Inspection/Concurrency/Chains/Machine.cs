namespace Tripod.Inspection.Concurrency.Chains;

/// <summary>A state machine on the heap.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Data">Address of its first field.</param>
/// <param name="State">From 0 on: it stands at this await. Below: it runs, has ended, or is an iterator between two items.</param>
internal sealed record Machine(MachineType Type, ulong Data, int State)
{
    /// <summary>It gave up its thread at an await.</summary>
    public bool IsSuspended => State >= 0;
}
