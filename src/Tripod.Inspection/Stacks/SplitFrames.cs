using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// Joins the frames into which the runtime splits one call of a method. A catch or finally block is compiled as a
/// function of its own (a funclet), which runs on top of the frames that threw, with the frame pointer of the method it
/// belongs to: an older frame of the same method with the same frame pointer is the other part of the call, and what
/// lies between has been left by the exception already. A filter is a funclet too, but it runs before any frame is
/// left: it stays apart.
/// </summary>
/// <remarks>Funclets: docs/design/coreclr/botr/clr-abi.md in dotnet/runtime, "Exception handling".</remarks>
internal sealed class SplitFrames(ContextStore contexts, ContextLayout layout)
{
    /// <summary>Leaves of each split call the newest part, which is where it stands.</summary>
    /// <param name="frames">The frames of one thread, the newest first.</param>
    public void Join(List<WalkedFrame> frames)
    {
        for (int newest = 0; newest < frames.Count; newest++)
        {
            int oldest = FindOldestPart(frames, newest);
            frames.RemoveRange(newest + 1, oldest - newest);
        }
    }

    private int FindOldestPart(List<WalkedFrame> frames, int newest)
    {
        int oldest = newest;
        CodePoint point = frames[newest].Point;
        if (point.Symbols?.IsInHandler(point.ILOffset) != true || point.Symbols.IsInFilter(point.ILOffset)) // it may be a filter within a handler
            return newest;
        ulong framePointer = FramePointer(frames[newest]);
        for (int i = newest + 1; i < frames.Count; i++)
            if (frames[i].Point.MethodDesc == point.MethodDesc && FramePointer(frames[i]) == framePointer)
                oldest = i;
        return oldest;
    }

    private ulong FramePointer(in WalkedFrame frame) => layout.GetFp(contexts.Get(frame.Context));
}
