using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Stacks;

/// <summary>Walks the stack of one thread.</summary>
internal sealed class StackWalker(DacProcess dac, ContextLayout layout, CodePoints points, ContextStore contexts, int mostFrames)
{
    // frames that are counted though they are not shown; a stack that overflows has tens of thousands
    private const int MostCounted = 20_000;

    private readonly byte[] _context = new byte[layout.Size];
    private CodePoint? _callee;

    /// <summary>Walks from the registers that the reader gives for the thread.</summary>
    /// <param name="osId">The thread.</param>
    /// <param name="leafIp">Where it was stopped, if that is managed code; else 0.</param>
    /// <param name="isRecovered">The registers are a guess: values of the first frame are withheld.</param>
    public WalkedStack Walk(uint osId, ulong leafIp, bool isRecovered)
    {
        var stack = new WalkedStack();
        if (!dac.TryGetTask(osId, out DacTask task))
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
                Walk(stack, walk, leafIp, isRecovered);
        }
        return stack;
    }

    private void Walk(WalkedStack stack, in DacStackWalk walk, ulong leafIp, bool isRecovered)
    {
        ulong lastSp = 0;
        int steps = 0;
        bool isFirst = true;
        _callee = null;
        do
        {
            if (!walk.IsManaged)
            {
                _callee = null; // what native code was called for is not known
                continue;
            }
            if (!walk.TryGetContext(layout.AllFlags, _context) || layout.GetSp(_context) <= lastSp)
            {
                stack.Problem = "its stack could not be read to the end"; // stacks grow down: older frames lie higher
                return;
            }
            lastSp = layout.GetSp(_context);
            stack.FirstSp = Math.Min(stack.FirstSp, lastSp);
            Add(stack, walk, isLeaf: isFirst && layout.GetIp(_context) == leafIp, isWithheld: isFirst && isRecovered);
            isFirst = false;
        }
        while (++steps < MostCounted + mostFrames && walk.Next());
        if (steps >= MostCounted + mostFrames)
            stack.Problem = $"its stack is deeper than {steps} frames: older ones were not counted";
    }

    private void Add(WalkedStack stack, in DacStackWalk walk, bool isLeaf, bool isWithheld)
    {
        if (points.Find(layout.GetIp(_context), isLeaf, walk, _callee) is not { } point)
            return;
        _callee = point;
        stack.ReachedRoot = point.IsRoot;
        if (point.IsHidden)
            return;
        if (stack.Frames.Count < mostFrames)
            stack.Frames.Add(new WalkedFrame(point, contexts.Add(_context), isLeaf, isWithheld));
        else
            stack.Omitted++;
    }
}
