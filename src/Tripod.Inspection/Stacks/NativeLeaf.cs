using System.Runtime.InteropServices;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// Finds the stack of a thread that was stopped in a helper of the runtime while the runtime counts it as running
/// managed code. Helpers that may call the garbage collector leave an explicit Frame, from which the DAC walks. The
/// others leave nothing: there the helper's return address is searched, in the few bytes where it must be. The
/// frame pointers, which the runtime's native code keeps, tell which case it is and where to search.
/// </summary>
internal sealed class NativeLeaf(TwinReader reader, CodeRanges code, CodePoints points, CallTargets calls)
{
    private const int MostTries = 12;
    private const int MostLinks = 256;
    private const ulong MostStack = 1 << 20;
    private const ulong MostHelperFrame = 512;

    /// <summary>The whole stack; null if it cannot be found for certain.</summary>
    /// <param name="tid">The thread, whose registers in the reader are hidden, and replaced if need be.</param>
    /// <param name="walk">Walks the thread from its registers in the reader; true if these were replaced.</param>
    public WalkedStack? Recover(int tid, Func<bool, WalkedStack> walk)
    {
        ThreadContexts contexts = reader.Contexts;
        Span<byte> context = stackalloc byte[contexts.Layout.Size];
        if (!contexts.TryGet(tid, context))
            return null;
        ulong sp = contexts.Layout.GetSp(context);
        FramePointers links = FollowLinks(contexts.Layout.GetFp(context), sp);
        contexts.Hide(tid);
        WalkedStack fromFrame = walk(false);
        // an explicit Frame that is older than the helper would hide the frames between: the newest managed frame
        // lies no higher than its own frame pointer, or that of its caller
        bool isNewest = links.Managed != 0 ? fromFrame.FirstSp <= links.Managed : !IsReturnAddress(sp, out _);
        if (IsWhole(fromFrame) && isNewest)
            return fromFrame;
        return Search(tid, walk, sp, links, contexts.Layout.GetFp(context));
    }

    private static bool IsWhole(WalkedStack stack) => stack is { ReachedRoot: true, Problem: null };

    private WalkedStack? Search(int tid, Func<bool, WalkedStack> walk, ulong sp, FramePointers links, ulong fp)
    {
        ulong from = Math.Max(sp, links.NativeEnd);
        ulong to = links.Managed != 0 ? Math.Min(links.Managed, from + MostHelperFrame) : sp;
        int tries = 0;
        for (ulong slot = from; slot <= to && tries < MostTries; slot += sizeof(ulong))
        {
            if (!IsReturnAddress(slot, out ulong address))
                continue;
            tries++;
            reader.Contexts.Replace(tid, address, slot + sizeof(ulong), links.Managed != 0 ? links.Managed : fp);
            WalkedStack stack = walk(true);
            if (IsWhole(stack) && !calls.Contradict(stack.Frames))
                return stack;
            reader.Contexts.Restore(tid);
        }
        return null;
    }

    // [fp] is the caller's frame pointer, [fp + 8] the return address, on x64 and arm64 alike
    private FramePointers FollowLinks(ulong fp, ulong sp)
    {
        ulong nativeEnd = 0;
        for (int i = 0; i < MostLinks && fp >= sp && fp < sp + MostStack; i++)
        {
            if (IsReturnAddress(fp + sizeof(ulong), out _))
                return new FramePointers(fp, nativeEnd);
            nativeEnd = fp + 2 * sizeof(ulong);
            if (!reader.Read(fp, out ulong next) || next <= fp)
                break;
            fp = next;
        }
        return default;
    }

    private bool IsReturnAddress(ulong slot, out ulong address) =>
        reader.Read(slot, out address) && code.Contains(address) && IsBehindCall(address) && points.IsManaged(address - 1);

    // x64: E8 rel32, or FF /2 in its forms of two to seven bytes. arm64 instructions are not told apart.
    private bool IsBehindCall(ulong address)
    {
        if (reader.Architecture != Architecture.X64)
            return true;
        Span<byte> call = stackalloc byte[8];
        if (reader.Read(address - 8, call) != call.Length)
            return false;
        if (call[3] == 0xE8)
            return true;
        for (int i = 1; i < 7; i++)
            if (i != 3 && call[i] == 0xFF && (call[i + 1] & 0x38) == 0x10)
                return true;
        return false;
    }

    /// <summary>What a chain of frame pointers told.</summary>
    /// <param name="Managed">The first that belongs to managed code; 0 if the chain does not lead there.</param>
    /// <param name="NativeEnd">Where the frames of native code end that lie before it; 0 if there are none.</param>
    private readonly record struct FramePointers(ulong Managed, ulong NativeEnd);
}
