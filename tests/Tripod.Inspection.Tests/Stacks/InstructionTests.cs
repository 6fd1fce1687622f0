using Tripod.Inspection.Stacks.Code;

namespace Tripod.Inspection.Tests.Stacks;

/// <summary>How long instructions of x64 are, and where they lead. The expected lengths are binutils'.</summary>
public class InstructionTests
{
    private const ulong Address = 0x1000;

    [Theory]
    [InlineData("55", 1)] // push rbp
    [InlineData("4157", 2)] // push r15
    [InlineData("488BEC", 3)] // mov rbp, rsp
    [InlineData("488D6C2420", 5)] // lea rbp, [rsp+20h]
    [InlineData("8B0425E8030000", 7)] // mov eax, [3E8h]
    [InlineData("8B042DE8030000", 7)] // mov eax, [rbp*1+3E8h]
    [InlineData("8B8424E8030000", 7)] // mov eax, [rsp+3E8h]
    [InlineData("488B0510270000", 7)] // mov rax, [rip+2710h]
    [InlineData("48B80102030405060708", 10)] // mov rax, 0807060504030201h
    [InlineData("B801020304", 5)] // mov eax, 04030201h
    [InlineData("66B80102", 4)] // mov ax, 0201h
    [InlineData("66C7450A3412", 6)] // mov word ptr [rbp+0Ah], 1234h
    [InlineData("48C745F800000000", 8)] // mov qword ptr [rbp-8], 0
    [InlineData("807D1000", 4)] // cmp byte ptr [rbp+10h], 0
    [InlineData("F6C201", 3)] // test dl, 1
    [InlineData("F7D8", 2)] // neg eax
    [InlineData("F7C100000080", 6)] // test ecx, 80000000h
    [InlineData("486BC01F", 4)] // imul rax, rax, 31
    [InlineData("4869C010270000", 7)] // imul rax, rax, 10000
    [InlineData("0FB6C0", 3)] // movzx eax, al
    [InlineData("0F1F840000000000", 8)] // nop dword ptr [rax+rax*1+0]
    [InlineData("F3480FB8C1", 5)] // popcnt rax, rcx
    [InlineData("F0480FB10A", 5)] // lock cmpxchg [rdx], rcx
    [InlineData("480FBAE005", 5)] // bt rax, 5
    [InlineData("660F3A0FC108", 6)] // palignr xmm0, xmm1, 8
    [InlineData("660F3800C1", 5)] // pshufb xmm0, xmm1
    [InlineData("C5F877", 3)] // vzeroupper
    [InlineData("C5F857C0", 4)] // vxorps xmm0, xmm0, xmm0
    [InlineData("C5FA104510", 5)] // vmovss xmm0, [rbp+10h]
    [InlineData("C5F970C04E", 5)] // vpshufd xmm0, xmm0, 4Eh
    [InlineData("C4E2791800", 5)] // vbroadcastss xmm0, [rax]
    [InlineData("C4E37D39C101", 6)] // vextracti128 xmm1, ymm0, 1
    [InlineData("62F17C48104001", 7)] // vmovups zmm0, [rax+40h]
    [InlineData("62F37D483BC101", 7)] // vextracti32x8 ymm1, zmm0, 1
    [InlineData("62F37D4839C101", 7)] // vextracti32x4 xmm1, zmm0, 1
    [InlineData("F3A4", 2)] // rep movsb
    [InlineData("48A10102030405060708", 10)] // movabs rax, [0807060504030201h]
    public void What_only_goes_on_has_its_length(string code, int length) => Assert.Equal((length, FlowKind.Next, 0ul), Read(code));

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
    public void Calls_and_jumps_have_their_target(string code, int length, object flow, int target) =>
        Assert.Equal((length, (FlowKind)flow, (ulong)target), Read(code));

    [Theory]
    [InlineData("06")] // none in 64 bits
    [InlineData("D501")] // APX
    [InlineData("E8FB0F")] // the end is missing
    [InlineData("488B")]
    [InlineData("8B04")]
    public void What_is_not_known_is_not_read(string code) => Assert.False(X64Instructions.TryRead(Convert.FromHexString(code), Address, out _));

    // what follows must not matter
    private static (int, FlowKind, ulong) Read(string code)
    {
        Assert.True(X64Instructions.TryRead(Convert.FromHexString(code + "90909090909090909090"), Address, out var instruction));
        return ((int)(instruction.Next - Address), instruction.Flow, instruction.Target);
    }
}
