using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Unwinding;

/// <summary>
/// arm64: Procedure Call Standard (AAPCS64), 6.1.1, and DWARF for the Arm 64-bit Architecture, 4.1. Not tried on a
/// machine yet.
/// </summary>
internal sealed class Arm64Registers : RegisterTable
{
    private const int Lr = 30;

    public override int Count => 32;

    public override int Sp => 31;

    // x0 … x30 sp
    public override ReadOnlySpan<byte> ContextNumbers =>
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31];

    public override int? Link => Lr;

    // x19 … x29, and lr, in which a function that has saved it nowhere finds its caller
    protected override ulong Kept => 0x7FF8_0000;

    // BL imm26, BLR Xn and its forms that check a signature (Arm Architecture Reference Manual, C4.1)
    public override bool IsBehindCall(TwinReader reader, ulong address) =>
        reader.Read(address - sizeof(uint), out uint code) && ((code & 0xFC00_0000) == 0x9400_0000 || (code & 0xFEFF_F000) == 0xD63F_0000);

    // a PLT entry: adrp, ldr, add, br; none of them touches the stack or lr
    public override bool IsJump(TwinReader reader, ulong address) =>
        reader.Read(address, out uint code) && ((code & 0x9F00_001F) == 0x9000_0010 || (code & 0xFFFF_FC1F) == 0xD61F_0000);

    // addresses of user space have 48 bits (52 with large ones): a signature is in those above
    public override ulong WithoutSignature(ulong address) => address & 0x000F_FFFF_FFFF_FFFF;
}
