namespace Tripod.Inspection.Stacks.Code;

/// <summary>A machine instruction.</summary>
/// <param name="Address">Where it begins.</param>
/// <param name="Next">Where the next one begins.</param>
/// <param name="Flow">Where the processor goes on.</param>
/// <param name="Target">What it calls or jumps to, or the cell in which that stands; 0 where that is not told.</param>
internal readonly record struct Instruction(ulong Address, ulong Next, FlowKind Flow, ulong Target)
{
    public bool IsCall => Flow is FlowKind.Call or FlowKind.CallByCell or FlowKind.CallByRegister;

    /// <summary>The next instruction is reached by jumps alone.</summary>
    public bool IsEnd => Flow is FlowKind.Jump or FlowKind.End;
}
