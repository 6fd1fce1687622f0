namespace Tripod.Inspection.Memory;

/// <summary>CONTEXT of arm64 (src/coreclr/pal/inc/pal.h) and user_pt_regs (asm/ptrace.h). Not tried on a machine yet.</summary>
internal sealed class Arm64Context : ContextLayout
{
    private const int X0 = 0x08;

    public override int Size => 0x390;

    public override uint AllFlags => 0x40000F; // CONTEXT_ARM64 with control, integer, floating point, debug

    protected override uint IntegerFlags => 0x400003; // CONTEXT_ARM64 | CONTEXT_CONTROL | CONTEXT_INTEGER

    protected override int FlagsOffset => 0;

    protected override int IpOffset => 0x108;

    protected override int SpOffset => 0x100;

    protected override int FpOffset => X0 + 29 * sizeof(ulong);

    // x0 … x28, fp, lr, sp
    protected override ReadOnlySpan<short> RegisterOffsets =>
    [
        0x08, 0x10, 0x18, 0x20, 0x28, 0x30, 0x38, 0x40, 0x48, 0x50, 0x58, 0x60, 0x68, 0x70, 0x78, 0x80,
        0x88, 0x90, 0x98, 0xA0, 0xA8, 0xB0, 0xB8, 0xC0, 0xC8, 0xD0, 0xD8, 0xE0, 0xE8, 0xF0, 0xF8, 0x100,
    ];

    protected override ReadOnlySpan<byte> KernelIndexes =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    ];

    // AAPCS64: x0 … x18 and lr
    protected override uint VolatileRegisters => 0x4007_FFFF;

    protected override int KernelIp => 32;

    protected override int KernelSp => 31;
}
