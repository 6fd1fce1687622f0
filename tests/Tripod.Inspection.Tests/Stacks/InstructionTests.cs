using Tripod.Inspection.Stacks.Code;

namespace Tripod.Inspection.Tests.Stacks;

/// <summary>Where instructions of x64 lead.</summary>
public class InstructionTests
{
    private const ulong Address = 0x1000;

    [Theory]
    [InlineData("E8FB0F0000", 5, FlowKind.Call, 0x2000)]
    [InlineData("FF15FA0F0000", 6, FlowKind.CallByCell, 0x2000)]
    [InlineData("FFD0", 2, FlowKind.CallByRegister, 0)] // call rax
    [InlineData("41FF13", 3, FlowKind.CallByRegister, 0)] // call [r11]
    [InlineData("FF5018", 3, FlowKind.CallByRegister, 0)] // call [rax+18h]
    [InlineData("41FF942498000000", 8, FlowKind.CallByRegister, 0)] // call [r12+98h]
    [InlineData("EB10", 2, FlowKind.Jump, 0x1012)]
    [InlineData("E9FB0F0000", 5, FlowKind.Jump, 0x2000)]
    [InlineData("75FC", 2, FlowKind.Branch, 0xFFE)]
    [InlineData("0F84FA0F0000", 6, FlowKind.Branch, 0x2000)]
    [InlineData("C3", 1, FlowKind.End, 0)]
    [InlineData("CC", 1, FlowKind.End, 0)]
    [InlineData("0F0B", 2, FlowKind.End, 0)] // ud2
    [InlineData("FFE0", 2, FlowKind.End, 0)] // jmp rax
    [InlineData("48FF2500000000", 7, FlowKind.End, 0)] // jmp [rip]
    [InlineData("FF7010", 3, FlowKind.Next, 0)] // push [rax+10h]
    [InlineData("488B0510270000", 7, FlowKind.Next, 0)] // mov rax, [rip+2710h]
    public void Calls_and_jumps_have_their_target(string code, int length, object flow, int target) =>
        Assert.Equal((length, (FlowKind)flow, (ulong)target), Read(code));

    [Theory]
    [InlineData("06")] // none in 64 bits
    [InlineData("E8FB0F")] // the end is missing
    public void What_is_not_known_is_not_read(string code) => Assert.False(Instruction.TryReadAll(Convert.FromHexString(code), Address, []));

    private static (int, FlowKind, ulong) Read(string code)
    {
        var instructions = new List<Instruction>();
        Assert.True(Instruction.TryReadAll(Convert.FromHexString(code + "90"), Address, instructions));
        var instruction = instructions[0];
        Assert.Equal(2, instructions.Count);
        return ((int)(instruction.Next - Address), instruction.Flow, instruction.Target);
    }
}
