namespace Tripod.Inspection.Memory;

/// <summary>CONTEXT of x64 (winnt.h, src/coreclr/pal/inc/pal.h) and user_regs_struct (sys/user.h).</summary>
internal sealed class Amd64Context : ContextLayout
{
    private const int Rax = 0x78;

    public override int Size => 1232;

    public override uint AllFlags => 0x10003F; // CONTEXT_AMD64 with control, integer, segments, floating point, debug, xstate's bit 5

    protected override uint IntegerFlags => 0x100003; // CONTEXT_AMD64 | CONTEXT_CONTROL | CONTEXT_INTEGER

    protected override int FlagsOffset => 0x30;

    protected override int IpOffset => 0xF8;

    protected override int SpOffset => Rax + 4 * sizeof(ulong);

    protected override int FpOffset => Rax + 5 * sizeof(ulong);

    // rax rcx rdx rbx rsp rbp rsi rdi r8 … r15
    protected override ReadOnlySpan<short> RegisterOffsets =>
        [0x78, 0x80, 0x88, 0x90, 0x98, 0xA0, 0xA8, 0xB0, 0xB8, 0xC0, 0xC8, 0xD0, 0xD8, 0xE0, 0xE8, 0xF0];

    // user_regs_struct: r15 r14 r13 r12 rbp rbx r11 r10 r9 r8 rax rcx rdx rsi rdi orig_rax rip cs eflags rsp ss …
    protected override ReadOnlySpan<byte> KernelIndexes => [10, 11, 12, 5, 19, 4, 13, 14, 9, 8, 7, 6, 3, 2, 1, 0];

    // System V: rax rcx rdx rsi rdi r8 r9 r10 r11
    protected override uint VolatileRegisters => 0b0000_1111_1100_0111;

    protected override int KernelIp => 16;

    protected override int KernelSp => 19;
}
