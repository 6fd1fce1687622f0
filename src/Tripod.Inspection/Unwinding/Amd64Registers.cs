using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Unwinding;

/// <summary>x64: System V ABI, AMD64 supplement, figures 3.4 (who keeps which register) and 3.36 (numbers in DWARF).</summary>
internal sealed class Amd64Registers : RegisterTable
{
    public override int Count => 17;

    public override int Sp => 7;

    // rax rdx rcx rbx rsi rdi rbp rsp r8 … r15
    public override ReadOnlySpan<byte> ContextNumbers => [0, 2, 1, 3, 6, 7, 5, 4, 8, 9, 10, 11, 12, 13, 14, 15];

    public override int? Link => null;

    // rbx rbp r12 r13 r14 r15
    protected override ulong Kept => 0b1111_0000_0100_1000;

    // E8 rel32, or FF /2 in its forms of two to seven bytes
    public override bool IsBehindCall(TwinReader reader, ulong address)
    {
        const int before = 7;
        Span<byte> code = stackalloc byte[before];
        if (reader.Read(address - before, code) != before)
            return false;
        if (code[before - 5] == 0xE8)
            return true;
        for (int i = 0; i < before - 1; i++)
            if (code[i] == 0xFF && LengthOfIndirectCall(code[i + 1], code[Math.Min(i + 2, before - 1)]) == before - i)
                return true;
        return false;
    }

    // FF 25 disp32, before it perhaps F3 0F 1E FA: endbr64 and jmp [rip + disp32] of a PLT without unwind data
    public override bool IsJump(TwinReader reader, ulong address)
    {
        Span<byte> code = stackalloc byte[6];
        if (reader.Read(address, code) != code.Length)
            return false;
        return code is [0xFF, 0x25, ..] || code is [0xF3, 0x0F, 0x1E, 0xFA, 0xFF, 0x25];
    }

    // 50+r, or 41 50+r for r8 … r15; before them perhaps F3 0F 1E FA
    public override IReadOnlyList<int> FindFirstPushes(TwinReader reader, ulong function)
    {
        const int mostBytes = 4 + 2 * 16;
        Span<byte> bytes = stackalloc byte[mostBytes];
        ReadOnlySpan<byte> code = bytes[..reader.Read(function, bytes)];
        if (code is [0xF3, 0x0F, 0x1E, 0xFA, ..])
            code = code[4..];
        List<int> pushed = [];
        for (; ; )
        {
            int high = code is [0x41, ..] ? 1 : 0;
            if (code.Length <= high || (code[high] & 0xF8) != 0x50)
                return pushed;
            pushed.Add(ContextNumbers.IndexOf((byte)(8 * high + (code[high] & 7))));
            code = code[(high + 1)..];
        }
    }

    // opcode, ModRM, perhaps a SIB byte and a displacement of one or four bytes; 0 if it is no call
    private static int LengthOfIndirectCall(byte modRM, byte sib)
    {
        if ((modRM >> 3 & 7) != 2)
            return 0;
        int mode = modRM >> 6, memory = modRM & 7;
        int length = 2 + (mode != 3 && memory == 4 ? 1 : 0);
        bool hasBase = memory == 4 ? (sib & 7) != 5 : memory != 5;
        return mode switch
        {
            0 => hasBase ? length : length + 4,
            1 => length + 1,
            2 => length + 4,
            _ => length,
        };
    }
}
