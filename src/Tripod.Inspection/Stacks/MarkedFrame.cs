using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// A frame as it would be if each register held its own number: what a variable comes out as tells in which register
/// the JIT's notes have it. Made when it is first asked for.
/// </summary>
/// <param name="walk">Of the thread.</param>
/// <param name="layout">Of the registers.</param>
/// <param name="context">The frame's registers; marked when they are needed.</param>
internal sealed class MarkedFrame(DacStackWalk walk, ContextLayout layout, byte[] context) : IDisposable
{
    private DacFrame _frame;
    private bool _isMade;

    /// <summary>The frame; null if the DAC cannot find it.</summary>
    public DacFrame Frame
    {
        get
        {
            if (!_isMade)
            {
                _isMade = true;
                layout.Mark(context);
                if (walk.TrySetContext(context) && walk.TryGetFrame(out DacFrame frame))
                    _frame = frame;
            }
            return _frame;
        }
    }

    public void Dispose() => _frame.Dispose();
}
