using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// Asks the call in a caller's code whether it calls the frame above it. Frames that were left behind on the stack
/// betray themselves: the call before the return address goes elsewhere.
/// </summary>
internal sealed class CallTargets(DacProcess dac, TwinReader reader, CodeRanges code, CodePoints points, ContextStore contexts)
{
    // stale return addresses lie next to the stack pointer: what is below this has been there all the time
    private const int MostFrames = 6;

    /// <summary>Whether a call is known to go to another method than the one that stands above it.</summary>
    /// <param name="frames">The newest first.</param>
    public bool Contradict(List<WalkedFrame> frames)
    {
        for (int i = 1; i < Math.Min(frames.Count, MostFrames); i++)
            if (Contradicts(frames[i], frames[i - 1]))
                return true;
        return false;
    }

    private bool Contradicts(in WalkedFrame caller, in WalkedFrame callee)
    {
        if (reader.Architecture != Architecture.X64 || !TryGetTarget(reader.Contexts.Layout.GetIp(contexts.Get(caller.Context)), out ulong target))
            return false;
        // a helper of the runtime: it does not call back without a mark on the stack
        if (!code.Contains(target))
            return true;
        ulong methodDesc = points.FindMethodDesc(target);
        if (methodDesc != 0 && dac.Sos.TryGetMethod(methodDesc, out var called) && dac.Sos.TryGetMethod(callee.Point.MethodDesc, out var above))
            // a stub of the runtime calls the method that it is for
            return !called.IsDynamic && !above.IsDynamic && (called.Token, called.Module) != (above.Token, above.Module);
        return false;
    }

    // E8 rel32, FF 15 [rip + disp32]: the others do not say where they go
    private bool TryGetTarget(ulong returnAddress, out ulong target)
    {
        target = 0;
        Span<byte> call = stackalloc byte[6];
        if (reader.Read(returnAddress - 6, call) != call.Length)
            return false;
        ulong relative = returnAddress + (ulong)BinaryPrimitives.ReadInt32LittleEndian(call[2..]);
        if (call[0] == 0xFF && call[1] == 0x15)
            return reader.Read(relative, out target);
        target = relative;
        return call[1] == 0xE8;
    }
}
