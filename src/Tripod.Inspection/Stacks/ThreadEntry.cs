using Tripod.Inspection.Dac;
using Tripod.Samples;

namespace Tripod.Inspection.Stacks;

/// <summary>A thread of the runtime that lives.</summary>
/// <param name="Address">Address of the runtime's Thread.</param>
/// <param name="Thread">The runtime's data.</param>
/// <param name="Kind">What it is there for.</param>
internal readonly record struct ThreadEntry(ulong Address, DacThread Thread, ThreadKind Kind)
{
    public int OsId => (int)Thread.OsId;
}
