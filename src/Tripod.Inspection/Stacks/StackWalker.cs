using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Stacks;

/// <summary>Walks the stack of one thread.</summary>
internal sealed class StackWalker(DacProcess dac, ContextLayout layout, CodePoints points, ContextStore contexts, NativeStretch native, HijackedReturn hijacked, int mostFrames)
{
    // frames that are counted though they are not shown; a stack that overflows has tens of thousands
    private const int MostCounted = 20_000;

    private readonly byte[] _context = new byte[layout.Size];
    private CodePoint? _callee;
    private CodePoint? _initializer;

    /// <summary>Walks from the registers that the reader gives for the thread.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="leafIp">Where it was stopped, if that is managed code; else 0.</param>
    public WalkedStack Walk(in ThreadEntry thread, ulong leafIp)
    {
        var stack = new WalkedStack();
        if (!dac.TryGetTask(thread.Thread.OsId, out DacTask task))
        {
            stack.Problem = "the runtime does not know the thread";
            return stack;
        }
        using (task)
        {
            if (!task.TryCreateStackWalk(out DacStackWalk walk))
            {
                stack.Problem = "the runtime cannot walk its stack";
                return stack;
            }
            using (walk)
                Walk(stack, thread.Address, walk, leafIp);
        }
        return stack;
    }

    private void Walk(WalkedStack stack, ulong thread, in DacStackWalk walk, ulong leafIp)
    {
        ulong lastSp = 0;
        int steps = 0;
        (_callee, _initializer) = (null, null);
        do
        {
            bool isRead = walk.TryGetContext(layout.AllFlags, _context);
            if (!walk.IsManaged && !(isRead && lastSp != 0 && TryPutBack(thread, walk)))
            {
                if (isRead)
                    native.Pass(_context);
                _callee = null; // what native code was called for is not known
                continue;
            }
            if (!isRead || layout.GetSp(_context) <= lastSp)
            {
                stack.Problem = "its stack could not be read to the end"; // stacks grow down: older frames lie higher
                return;
            }
            bool isInterrupted = native.Leave(_context);
            bool isLeaf = lastSp == 0 && layout.GetIp(_context) == leafIp;
            lastSp = layout.GetSp(_context);
            Add(stack, walk, isLeaf || isInterrupted);
        }
        while (++steps < MostCounted + mostFrames && walk.Next());
        if (steps >= MostCounted + mostFrames)
            stack.Problem = $"its stack is deeper than {steps} frames: older ones were not counted";
    }

    // the walk stands behind a managed frame whose return address the runtime has replaced: at the frame that it called
    private bool TryPutBack(ulong thread, in DacStackWalk walk)
    {
        if (native.IsInside || !native.IsNative(_context) || !hijacked.TryFind(thread, layout.GetSp(_context), out ulong address))
            return false;
        layout.SetIp(_context, address);
        return walk.TrySetContext(_context);
    }

    // optimised code may hold an async method's body within what starts it: then that is all there is to show of it
    private static bool IsOnlyFrameOfItsCall(CodePoint point, List<WalkedFrame> newer) =>
        point is { IsKickoff: true, IsFramework: false } && !(newer is [.., var last] && IsBody(last.Point, point));

    private static bool IsBody(CodePoint body, CodePoint kickoff) =>
        body.Frame.Method == kickoff.Frame.Method
        || body.Symbols?.Kickoff is { } method && method.Module == kickoff.Symbols!.Module && method.Token == kickoff.Symbols.Token;

    private void Add(WalkedStack stack, in DacStackWalk walk, bool isLeaf)
    {
        if (points.Find(layout.GetIp(_context), isLeaf, walk, _callee ?? _initializer) is not { } point)
            return;
        _initializer = point.IsInitializer ? point : point.RunsInitializers ? _initializer : null;
        _callee = _initializer ?? point; // who has used its type is found by the static constructor, not by the runtime's method that runs it
        stack.ReachedRoot = point.IsRoot;
        if (point.IsHidden && !IsOnlyFrameOfItsCall(point, stack.Frames))
            return;
        if (stack.Frames.Count < mostFrames)
            stack.Frames.Add(new WalkedFrame(point, contexts.Add(_context), isLeaf));
        else
            stack.Omitted++;
    }
}
