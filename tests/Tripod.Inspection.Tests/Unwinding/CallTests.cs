using System.Runtime.InteropServices;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Tests.Processes;
using Tripod.Inspection.Unwinding;

namespace Tripod.Inspection.Tests.Unwinding;

/// <summary>Which bytes before an address are a call of x64.</summary>
public sealed unsafe class CallTests
{
    [Theory]
    [InlineData(true, "call rel32", 0xE8, 1, 2, 3, 4)]
    [InlineData(true, "call [rip + disp32]", 0xFF, 0x15, 1, 2, 3, 4)]
    [InlineData(true, "call rax", 0xFF, 0xD0)]
    [InlineData(true, "call r11", 0x41, 0xFF, 0xD3)]
    [InlineData(true, "call [r11]", 0x41, 0xFF, 0x13)]
    [InlineData(true, "call [rax + disp8]", 0xFF, 0x50, 0x18)]
    [InlineData(true, "call [rsp + disp8]", 0xFF, 0x54, 0x24, 0x10)]
    [InlineData(true, "call [r12 + disp32]", 0x41, 0xFF, 0x94, 0x24, 1, 2, 3, 4)]
    [InlineData(true, "call [rax + rcx * 8]", 0xFF, 0x14, 0xC8)]
    [InlineData(false, "jmp rax", 0xFF, 0xE0)]
    [InlineData(false, "jmp [rip + disp32]", 0xFF, 0x25, 1, 2, 3, 4)]
    [InlineData(false, "push [rax]", 0xFF, 0x30)]
    [InlineData(false, "mov rax, rbx", 0x48, 0x89, 0xD8)]
    [InlineData(false, "call rax, nop", 0xFF, 0xD0, 0x90)]
    public void A_return_address_is_behind_a_call(bool isCall, string instruction, params int[] bytes)
    {
        byte* code = stackalloc byte[32];
        new Span<byte>(code, 32).Fill(0x90);
        for (int i = 0; i < bytes.Length; i++)
            code[16 - bytes.Length + i] = (byte)bytes[i];
        using TwinReader reader = OwnProcess.Read();
        Assert.True(new Amd64Registers().IsBehindCall(reader, (ulong)(code + 16)) == isCall, instruction);
    }

    // the numbers of DWARF beside those of the context, by the names that both have
    [Fact]
    public void Each_register_has_its_place_in_the_context()
    {
        string[] dwarf = ["rax", "rdx", "rcx", "rbx", "rsi", "rdi", "rbp", "rsp", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"];
        string[] context = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"];
        var table = new Amd64Registers();
        Assert.Equal(dwarf, table.ContextNumbers.ToArray().Select(number => context[number]));
        Assert.Equal(["rbx", "rbp", "r12", "r13", "r14", "r15"], dwarf.Where((_, number) => table.IsKept(number)));
    }

    [Fact]
    public void Arm64_keeps_what_its_calls_keep()
    {
        RegisterTable table = RegisterTable.For(Architecture.Arm64);
        Assert.Equal(Enumerable.Range(19, 12), Enumerable.Range(0, 32).Where(table.IsKept));
        Assert.Equal(table.Count, table.ContextNumbers.Length);
    }
}
