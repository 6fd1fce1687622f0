using Tripod.Inspection.Memory;
using Tripod.Inspection.Unwinding;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// The native code between a managed frame and the one that called it, of which the runtime's explicit Frames keep few
/// registers. If unwinding leads to the very frame that the runtime names, its registers are that frame's; else those
/// that the runtime does not know become garbage.
/// </summary>
internal sealed class NativeStretch(NativeUnwinder unwinder, CodePoints points, ContextLayout layout)
{
    private readonly byte[] _context = new byte[layout.Size];
    private State _state;
    private bool _isExact;

    /// <summary>The walk has not come to the next managed frame yet.</summary>
    public bool IsInside => _state != State.Absent;

    /// <summary>A walk begins in managed code.</summary>
    public void Reset() => _state = State.Absent;

    /// <summary>A walk begins in native code, which was unwound already.</summary>
    /// <param name="end">Where it came to.</param>
    /// <param name="context">The managed frame's registers, if it came there.</param>
    /// <param name="isExact">That frame was interrupted by a signal.</param>
    public void Enter(UnwindEnd end, ReadOnlySpan<byte> context, bool isExact)
    {
        _state = end == UnwindEnd.Managed ? State.Unwound : State.Lost;
        _isExact = isExact;
        context[..layout.Size].CopyTo(_context);
    }

    /// <summary>The walk stands at something else than a managed frame, with these registers.</summary>
    public void Pass(ReadOnlySpan<byte> context)
    {
        if (IsInside || !IsNative(context))
            return;
        _state = State.Entered;
        context[..layout.Size].CopyTo(_context);
    }

    /// <summary>Whether registers are those of native code.</summary>
    public bool IsNative(ReadOnlySpan<byte> context) => unwinder.IsNative(layout.GetIp(context));

    /// <summary>The walk stands at a managed frame: its registers are corrected. True if a signal interrupted it.</summary>
    public bool Leave(Span<byte> context)
    {
        if (_state == State.Absent)
            return false;
        if (_state == State.Entered)
        {
            _isExact = false; // the native code has called the managed code above it
            _state = unwinder.Unwind(_context, ref _isExact) == UnwindEnd.Managed ? State.Unwound : State.Lost;
        }
        bool isSame = _state == State.Unwound && IsSameFrame(context);
        _state = State.Absent;
        if (isSame)
            layout.CopyPlace(_context, context); // an explicit Frame knows the frame pointer, even where libc saved it nowhere
        else
            layout.PoisonAllButFrame(context);
        return isSame && _isExact;
    }

    // an explicit Frame of code that was compiled ahead of time has the return address of the helper that made the Frame,
    // a few instructions before the call (JIT_PInvokeBegin, src/coreclr/vm/amd64/pinvokestubs.S)
    private bool IsSameFrame(ReadOnlySpan<byte> context) =>
        layout.GetSp(context) == layout.GetSp(_context)
        && points.FindMethodDesc(layout.GetIp(context) - 1) == points.FindMethodDesc(layout.GetIp(_context) - (_isExact ? 0UL : 1));

    private enum State
    {
        /// <summary>The last frame was managed.</summary>
        Absent,

        /// <summary>The registers of its newest frame are known.</summary>
        Entered,

        /// <summary>The registers of the managed frame behind it are known.</summary>
        Unwound,

        /// <summary>It could not be unwound.</summary>
        Lost,
    }
}
