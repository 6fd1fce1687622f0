using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Stacks;

/// <summary>All that is known of a frame when its variables are read. Valid during the call alone.</summary>
internal readonly struct FrameContext
{
    /// <summary>
    /// The frame. Of all but the newest the volatile registers are garbage (see Memory.Poison) and the instruction
    /// pointer is one back, in the call.
    /// </summary>
    public required DacFrame Frame { get; init; }

    /// <summary>Of the newest frame: what speaks for and against values in its registers.</summary>
    public Witnesses Witnesses { get; init; }

    /// <summary>Tells registers apart; null if nobody wants to know.</summary>
    public MarkedFrame? Marked { get; init; }

    public required ClrRuntime Runtime { get; init; }

    public required IDataReader Reader { get; init; }

    public required DacProcess Dac { get; init; }

    /// <summary>Where the frame's code is: at its instruction, or in the call.</summary>
    public required ulong Address { get; init; }

    /// <summary>Its stack pointer.</summary>
    public required ulong StackPointer { get; init; }

    /// <summary>Its frame pointer; null if that is not known.</summary>
    public required ulong? FramePointer { get; init; }

    /// <summary>Address of the runtime's MethodDesc.</summary>
    public required ulong MethodDesc { get; init; }

    /// <summary>Names, types and scopes; null for methods without metadata, such as a DynamicMethod.</summary>
    public required MethodSymbols? Symbols { get; init; }

    /// <summary>Where in the IL the frame stands; −1 if unknown.</summary>
    public required int ILOffset { get; init; }

    /// <summary>The newest frame of a thread that was stopped in managed code: its registers are its own.</summary>
    public required bool IsLeaf { get; init; }

    /// <summary>The newer frame; null for the newest, and if its method has no metadata.</summary>
    public CalledMethod? Callee { get; init; }

    /// <summary>Takes what its <c>ref</c>, <c>in</c> and <c>out</c> parameters refer to, by position.</summary>
    public required Dictionary<int, ulong> References { get; init; }

    /// <summary>Stopped where the frame is being made or taken down: no variable is where it should be.</summary>
    public required bool IsPrologOrEpilog { get; init; }

    /// <summary>A garbage collection is moving objects: references point anywhere, numbers alone can be trusted.</summary>
    public required bool IsCollecting { get; init; }

    /// <summary>ClrMD's view of the method; looked up each time, and costly.</summary>
    public ClrMethod? FindMethod() => Runtime.GetMethodByHandle(MethodDesc);
}
