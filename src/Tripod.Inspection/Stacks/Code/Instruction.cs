using Iced.Intel;

namespace Tripod.Inspection.Stacks.Code;

/// <summary>An instruction of x64, as far as calls and jumps are concerned.</summary>
/// <param name="Address">Where it begins.</param>
/// <param name="Next">Where the next one begins.</param>
/// <param name="Flow">Where the processor goes on.</param>
/// <param name="Target">What it calls or jumps to, or the cell in which that stands; 0 where that is not told.</param>
internal readonly record struct Instruction(ulong Address, ulong Next, FlowKind Flow, ulong Target)
{
    public bool IsCall => Flow is FlowKind.Call or FlowKind.CallByCell or FlowKind.CallByRegister;

    /// <summary>The next instruction is reached by jumps alone.</summary>
    public bool IsEnd => Flow is FlowKind.Jump or FlowKind.End;

    /// <summary>Takes code apart; false if something in it is no instruction.</summary>
    /// <param name="code">The code.</param>
    /// <param name="address">Where it lies.</param>
    /// <param name="instructions">Gets them.</param>
    public static bool TryReadAll(byte[] code, ulong address, List<Instruction> instructions) =>
        Disassembler.TryRead(code, address, (in Iced.Intel.Instruction read) =>
        {
            var (flow, target) = FlowOf(read);
            instructions.Add(new Instruction(read.IP, read.NextIP, flow, target));
        });

    private static (FlowKind Flow, ulong Target) FlowOf(in Iced.Intel.Instruction read) => read.FlowControl switch
    {
        FlowControl.Call when read.Op0Kind == OpKind.NearBranch64 => (FlowKind.Call, read.NearBranchTarget),
        FlowControl.IndirectCall => read.IsIPRelativeMemoryOperand ? (FlowKind.CallByCell, read.IPRelativeMemoryAddress) : (FlowKind.CallByRegister, 0),
        FlowControl.ConditionalBranch => (FlowKind.Branch, read.NearBranchTarget),
        FlowControl.UnconditionalBranch => (FlowKind.Jump, read.NearBranchTarget),
        FlowControl.IndirectBranch or FlowControl.Return or FlowControl.Interrupt or FlowControl.Exception => (FlowKind.End, 0),
        _ => (FlowKind.Next, 0),
    };
}
