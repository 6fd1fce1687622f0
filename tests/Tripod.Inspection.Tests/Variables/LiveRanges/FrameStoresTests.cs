using Tripod.Inspection.Variables.LiveRanges;

namespace Tripod.Inspection.Tests.Variables.LiveRanges;

/// <summary>Bytes as an assembler makes them, between two instructions that are no stores.</summary>
public sealed class FrameStoresTests
{
    private const string Before = "E889459C00", After = "90"; // call, with what looks like a store in its operand; nop

    [Theory]
    [InlineData("89459C", FrameBase.FramePointer, -0x64, 4)] // mov [rbp-0x64], eax
    [InlineData("488945D0", FrameBase.FramePointer, -0x30, 8)] // mov [rbp-0x30], rax
    [InlineData("44897DC4", FrameBase.FramePointer, -0x3C, 4)] // mov [rbp-0x3C], r15d
    [InlineData("48898500FFFFFF", FrameBase.FramePointer, -0x100, 8)] // mov [rbp-0x100], rax
    [InlineData("668945C0", FrameBase.FramePointer, -0x40, 2)] // mov [rbp-0x40], ax
    [InlineData("8845C0", FrameBase.FramePointer, -0x40, 1)] // mov [rbp-0x40], al
    [InlineData("48890424", FrameBase.StackPointer, 0, 8)] // mov [rsp], rax
    [InlineData("4889842480000000", FrameBase.StackPointer, 0x80, 8)] // mov [rsp+0x80], rax
    [InlineData("C745C801000000", FrameBase.FramePointer, -0x38, 4)] // mov dword [rbp-0x38], 1
    [InlineData("C5FA1145C0", FrameBase.FramePointer, -0x40, 4)] // vmovss [rbp-0x40], xmm0
    [InlineData("C5FB118550FFFFFF", FrameBase.FramePointer, -0xB0, 8)] // vmovsd [rbp-0xB0], xmm0
    [InlineData("C5F81145C0", FrameBase.FramePointer, -0x40, 16)] // vmovups [rbp-0x40], xmm0
    public void A_store_is_found_by_where_it_ends(string code, object from, int displacement, int width)
    {
        var store = Assert.Single(FrameStores.Find(Convert.FromHexString(Before + code + After))!);
        Assert.Equal((uint)(Before.Length + code.Length) / 2, store.Key);
        Assert.Equal(new FrameStore(new FrameHome((FrameBase)from, displacement), width), store.Value);
    }

    [Theory]
    [InlineData("448BE8")] // mov r13d, eax
    [InlineData("8B459C")] // mov eax, [rbp-0x64]
    [InlineData("837DC000")] // cmp dword [rbp-0x40], 0
    [InlineData("480145D0")] // add [rbp-0x30], rax
    [InlineData("FF45D0")] // inc dword [rbp-0x30]
    [InlineData("41894508")] // mov [r13+8], eax
    [InlineData("894485D0")] // mov [rbp+rax*4-0x30], eax
    public void Nothing_else_is_a_store(string code) => Assert.Empty(FrameStores.Find(Convert.FromHexString(Before + code + After))!);

    [Fact]
    public void Of_what_is_no_code_nothing_is_known() => Assert.Null(FrameStores.Find([0x90, 0x06, 0x90]));
}
