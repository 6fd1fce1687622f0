using Tripod.Inspection.Variables.LiveRanges;

namespace Tripod.Inspection.Tests.Variables.LiveRanges;

/// <summary>Bytes as an assembler makes them.</summary>
public sealed class FrameStoreTests
{
    [Theory]
    [InlineData("89459C")] // mov [rbp-0x64], eax
    [InlineData("488945D0")] // mov [rbp-0x30], rax
    [InlineData("44897DC4")] // mov [rbp-0x3C], r15d
    [InlineData("48898500FFFFFF")] // mov [rbp-0x100], rax
    [InlineData("668945C0")] // mov [rbp-0x40], ax
    [InlineData("8845C0")] // mov [rbp-0x40], al
    [InlineData("48890424")] // mov [rsp], rax
    [InlineData("4889442408")] // mov [rsp+8], rax
    [InlineData("4889842480000000")] // mov [rsp+0x80], rax
    [InlineData("C745C801000000")] // mov dword [rbp-0x38], 1
    [InlineData("48C745C800000000")] // mov qword [rbp-0x38], 0
    [InlineData("66C745C80100")] // mov word [rbp-0x38], 1
    [InlineData("C645C801")] // mov byte [rbp-0x38], 1
    [InlineData("C785C8FEFFFF01000000")] // mov dword [rbp-0x138], 1
    [InlineData("C744240801000000")] // mov dword [rsp+8], 1
    [InlineData("C5FA1145C0")] // vmovss [rbp-0x40], xmm0
    [InlineData("C5FB118550FFFFFF")] // vmovsd [rbp-0xB0], xmm0
    [InlineData("F20F114424 08")] // movsd [rsp+8], xmm0
    [InlineData("C5F97E45C0")] // vmovd [rbp-0x40], xmm0
    public void A_store_to_the_frame_is_recognised(string code) => Assert.True(FrameStore.MayEnd(Convert.FromHexString("9090909090909090" + code.Replace(" ", "", StringComparison.Ordinal))));

    [Theory]
    [InlineData("448BE8")] // mov r13d, eax
    [InlineData("4C8BE8")] // mov r13, rax
    [InlineData("8B459C")] // mov eax, [rbp-0x64]
    [InlineData("488B442408")] // mov rax, [rsp+8]
    [InlineData("FF1500000000")] // call [rip+0]
    [InlineData("85C0")] // test eax, eax
    [InlineData("750A")] // jne
    [InlineData("894708")] // mov [rdi+8], eax
    [InlineData("")]
    public void Anything_else_is_not(string code) => Assert.False(FrameStore.MayEnd(Convert.FromHexString("9090909090909090" + code)));
}
