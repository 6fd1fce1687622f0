using System.Runtime.InteropServices;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Unwinding;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// To suspend a thread, the runtime replaces a return address on its stack by one of its own code, and keeps the right one
/// in its Thread until the method returns: a method that loops for ever never does. The DAC ends its walk there. The
/// Thread holds the right address next to the place that it was taken from (m_pvHJRetAddr and m_ppvHJRetAddrPtr,
/// src/coreclr/vm/threads.h); both must agree with the stack.
/// </summary>
internal sealed class HijackedReturn(TwinReader reader, CodePoints points, RegisterTable registers)
{
    private const int MostThreadBytes = 4096; // a Thread is half as long

    /// <summary>The address to which a managed frame returns; false if nobody has replaced it.</summary>
    /// <param name="thread">Address of the runtime's Thread.</param>
    /// <param name="callerSp">The stack pointer after the return.</param>
    /// <param name="address">What stood on the stack once.</param>
    public bool TryFind(ulong thread, ulong callerSp, out ulong address)
    {
        address = 0;
        if (registers.Link is not null)
            return false; // where a link register was saved cannot be told from the stack pointer
        Span<ulong> fields = stackalloc ulong[MostThreadBytes / sizeof(ulong)];
        int count = reader.Read(thread, MemoryMarshal.AsBytes(fields)) / sizeof(ulong);
        int place = fields[..count].IndexOf(callerSp - sizeof(ulong));
        if (place < 1)
            return false;
        address = fields[place - 1];
        return points.IsManaged(address - 1) && registers.IsBehindCall(reader, address);
    }
}
