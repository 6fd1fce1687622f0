using Tripod.Inspection.Memory;
using Tripod.Inspection.Unwinding;
using Tripod.Wire;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// Finds where the walk of a thread begins. One that was stopped in managed code begins there. One that has left managed
/// code by a call has marked the place with an explicit Frame of the runtime, from which the DAC walks. One in a helper
/// of the runtime, which counts it as running managed code, may have left no mark: its native frames are unwound.
/// </summary>
internal sealed class StackFinder(ThreadContexts contexts, CodePoints points, NativeUnwinder unwinder, NativeStretch native, StackWalker walker)
{
    private readonly byte[] _context = new byte[contexts.Layout.Size];

    public WalkedStack Find(in ThreadEntry thread, in ThreadRecord record)
    {
        native.Reset();
        ulong ip = contexts.Layout.GetPointers(record).Ip;
        if (!unwinder.IsNative(ip) && points.IsManaged(ip))
            return walker.Walk(thread, leafIp: ip);
        contexts.TryGet(thread.OsId, _context);
        bool isExact = true;
        UnwindEnd end = unwinder.Unwind(_context, ref isExact);
        return thread.Thread.IsCooperative ? FindHelper(thread, end, isExact) : FindMarked(thread, end, isExact);
    }

    private WalkedStack FindHelper(in ThreadEntry thread, UnwindEnd end, bool isExact)
    {
        if (end == UnwindEnd.Managed && WalkUnwound(thread, isExact) is { } unwound && IsWhole(unwound))
            return unwound;
        WalkedStack marked = WalkMarked(thread, UnwindEnd.NoData, isExact: false);
        if (marked.Problem is null)
            marked.Problem = "<native frames not unwound>: its newest frames may be missing";
        return marked;
    }

    private WalkedStack FindMarked(in ThreadEntry thread, UnwindEnd end, bool isExact)
    {
        WalkedStack marked = WalkMarked(thread, end, isExact);
        if (end == UnwindEnd.Managed && !IsWhole(marked) && WalkUnwound(thread, isExact) is { } unwound && IsWhole(unwound))
            return unwound;
        return marked;
    }

    // the registers are native code's: but for instruction and stack pointer they are kept from the DAC
    private WalkedStack WalkMarked(in ThreadEntry thread, UnwindEnd end, bool isExact)
    {
        contexts.Hide(thread.OsId);
        native.Enter(end, _context, isExact);
        WalkedStack stack = walker.Walk(thread, leafIp: 0);
        if (stack is { Frames.Count: 0, Problem: null } && end != UnwindEnd.Outermost)
            stack.Problem = "<native frames not unwound>: whether it has managed frames is not known";
        return stack;
    }

    private WalkedStack WalkUnwound(in ThreadEntry thread, bool isExact)
    {
        contexts.Replace(thread.OsId, _context);
        native.Reset();
        WalkedStack stack = walker.Walk(thread, leafIp: isExact ? contexts.Layout.GetIp(_context) : 0);
        contexts.Restore(thread.OsId);
        return stack;
    }

    private static bool IsWhole(WalkedStack stack) => stack is { ReachedRoot: true, Problem: null };
}
