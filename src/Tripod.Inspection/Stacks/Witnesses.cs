using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Stacks;

/// <summary>
/// The newest frame of a thread as it was at two earlier instructions. The JIT's notes on optimised code let a variable
/// come into a register an instruction too early, and stay in it behind a call that has overwritten it: these frames
/// bear witness for or against it.
/// </summary>
internal readonly struct Witnesses : IDisposable
{
    /// <summary>One instruction before; null if unknown.</summary>
    public DacFrame Before { get; private init; }

    /// <summary>In the last call before, with garbage in the registers that a call may change; null if there is none near.</summary>
    public DacFrame InLastCall { get; private init; }

    /// <summary>Puts the walk at both.</summary>
    /// <param name="walk">Of the thread.</param>
    /// <param name="layout">Of the registers.</param>
    /// <param name="context">Registers of the frame; spoilt afterwards.</param>
    /// <param name="reader">The target's memory.</param>
    public static Witnesses Call(in DacStackWalk walk, ContextLayout layout, Span<byte> context, TwinReader reader)
    {
        ulong ip = layout.GetIp(context);
        var before = Frame(walk, layout, context, ip - 1);
        ulong end = CallSites.LastReturnBefore(reader, ip);
        layout.PoisonVolatile(context);
        return new Witnesses { Before = before, InLastCall = end == 0 ? default : Frame(walk, layout, context, end - 1) };
    }

    public void Dispose()
    {
        Before.Dispose();
        InLastCall.Dispose();
    }

    private static DacFrame Frame(in DacStackWalk walk, ContextLayout layout, Span<byte> context, ulong ip)
    {
        layout.SetIp(context, ip);
        return walk.TrySetContext(context) && walk.TryGetFrame(out DacFrame frame) ? frame : default;
    }
}
