namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>Recognises x64 instructions that store to the frame (Intel SDM, volume 2).</summary>
internal static class FrameStore
{
    /// <summary>No store is longer.</summary>
    public const int MostBytes = 15;

    private const int Immediate8 = 0xC6, Immediate = 0xC7;

    /// <summary>
    /// Whether code may end with a store to an address that rbp or rsp is the base of. It is not taken apart from its
    /// beginning: other instructions may end with the same bytes.
    /// </summary>
    public static bool MayEnd(ReadOnlySpan<byte> code) =>
        EndsWith(code, IsStore)
        || EndsWith(Cut(code, 1), opcode => opcode == Immediate8)
        || EndsWith(Cut(code, 2), opcode => opcode == Immediate)
        || EndsWith(Cut(code, 4), opcode => opcode == Immediate);

    // MOV of general registers, and of vector registers in its many forms
    private static bool IsStore(byte opcode) => opcode is 0x88 or 0x89 or 0x11 or 0x13 or 0x17 or 0x29 or 0x7E or 0x7F or 0xD6 or 0xE7;

    /// <summary>An opcode, a ModR/M byte, and what belongs to that.</summary>
    private static bool EndsWith(ReadOnlySpan<byte> code, Func<byte, bool> isOpcode) =>
        Has(code, 0, 0x04, isOpcode) || Has(code, 1, 0x44, isOpcode) || Has(code, 4, 0x84, isOpcode);

    /// <summary>[rbp + displacement], or [rsp + displacement] with a SIB byte between.</summary>
    private static bool Has(ReadOnlySpan<byte> code, int displacement, byte mode, Func<byte, bool> isOpcode)
    {
        const byte withoutRegister = 0b11_000_111, stackPointer = 0x24;
        int end = code.Length - displacement;
        if (mode != 0x04 && end >= 2 && (code[end - 1] & withoutRegister) == mode + 1 && isOpcode(code[end - 2]))
            return true;
        return end >= 3 && code[end - 1] == stackPointer && (code[end - 2] & withoutRegister) == mode && isOpcode(code[end - 3]);
    }

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> code, int bytes) => code[..Math.Max(0, code.Length - bytes)];
}
