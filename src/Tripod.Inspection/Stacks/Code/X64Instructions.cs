using System.Buffers.Binary;

namespace Tripod.Inspection.Stacks.Code;

/// <summary>
/// Takes x64 code apart, as far as its calls and jumps are concerned: of all other instructions only the length counts.
/// Lengths: Intel SDM volume 2, chapter 2 and the opcode maps of appendix A. Of APX it knows nothing, and gives up.
/// </summary>
internal static class X64Instructions
{
    private const byte OperandSize = 0x66, Vex2 = 0xC5, Vex3 = 0xC4, Evex = 0x62, Extended = 0x0F;

    /// <summary>Reads an instruction; false if it is not known, or longer than the code.</summary>
    /// <param name="code">Begins with it.</param>
    /// <param name="address">Where it lies.</param>
    /// <param name="instruction">The instruction.</param>
    public static bool TryRead(ReadOnlySpan<byte> code, ulong address, out Instruction instruction)
    {
        instruction = default;
        int at = 0;
        bool isShort = false, isWide = false;
        for (; at < code.Length && IsPrefix(code[at]); at++)
            isShort |= code[at] == OperandSize;
        if (at < code.Length && code[at] >> 4 == 4)
            isWide = (code[at++] & 8) != 0;
        if (at + 1 > code.Length || !TryReadOpcode(code, ref at, out int map, out byte opcode))
            return false;
        int operand = at;
        if (HasOperand(map, opcode) && !TrySkipOperand(code, ref at))
            return false;
        int size = ImmediateSize(map, opcode, operand < code.Length ? code[operand] : (byte)0, isShort, isWide);
        if (size < 0 || at + size > code.Length)
            return false;
        ulong next = address + (ulong)(at + size);
        var (flow, target) = map == 0 ? Flow(opcode, code[operand..(at + size)], next)
            : map == 1 && opcode >> 4 == 8 ? (FlowKind.Branch, next + (ulong)BinaryPrimitives.ReadInt32LittleEndian(code[operand..]))
            : map == 1 && opcode == 0x0B ? (FlowKind.End, 0ul)
            : (FlowKind.Next, 0ul);
        instruction = new Instruction(address, next, flow, target);
        return true;
    }

    private static bool IsPrefix(byte value) => value is OperandSize or 0x67 or 0xF0 or 0xF2 or 0xF3 or 0x2E or 0x36 or 0x3E or 0x26 or 0x64 or 0x65;

    /// <summary>Map 0 is that of one byte, 1 that of 0F, 2 of 0F 38, 3 of 0F 3A; with VEX and EVEX from 16 on.</summary>
    private static bool TryReadOpcode(ReadOnlySpan<byte> code, ref int at, out int map, out byte opcode)
    {
        (map, opcode) = (0, code[at++]);
        int more = opcode switch { Vex2 => 1, Vex3 => 2, Evex => 3, Extended => 0, _ => -1 };
        if (more < 0)
            return true;
        if (at + more >= code.Length)
            return false;
        map = opcode switch { Vex3 => 16 + (code[at] & 0x1F), Evex => 16 + (code[at] & 7), Vex2 => 17, _ => 1 };
        at += more;
        opcode = code[at++];
        if (map == 1 && opcode is 0x38 or 0x3A && at < code.Length)
            (map, opcode) = (opcode == 0x38 ? 2 : 3, code[at++]);
        return map is > 0 and < 4 or > 16 and < 20 or 21 or 22;
    }

    private static bool HasOperand(int map, byte opcode) => map switch
    {
        0 => opcode switch
        {
            < 0x40 => (opcode & 7) < 4,
            0x63 or 0x69 or 0x6B or >= 0x80 and < 0x90 or 0xC0 or 0xC1 or 0xC6 or 0xC7 or >= 0xD0 and < 0xD4 or >= 0xD8 and < 0xE0 or 0xF6 or 0xF7 or >= 0xFE => true,
            _ => false,
        },
        1 => opcode is not (>= 0x05 and < 0x0A or 0x0B or 0x0E or >= 0x30 and < 0x38 or 0x77 or >= 0x80 and < 0x90 or >= 0xA0 and < 0xA3 or >= 0xA8 and < 0xAB or >= 0xC8 and < 0xD0),
        17 => opcode != 0x77,
        _ => true,
    };

    // ModRM, SIB and displacement
    private static bool TrySkipOperand(ReadOnlySpan<byte> code, ref int at)
    {
        if (at + 1 >= code.Length && (at >= code.Length || code[at] >> 6 != 3))
            return false;
        int mode = code[at] >> 6, register = code[at++] & 7;
        if (mode == 3)
            return true;
        if (register == 4)
            register = code[at++] & 7; // a base of 5 means none, as rip does without SIB
        at += mode switch { 1 => 1, 2 => 4, _ => register == 5 ? 4 : 0 };
        return at <= code.Length;
    }

    private static int ImmediateSize(int map, byte opcode, byte operand, bool isShort, bool isWide)
    {
        int full = isShort ? 2 : 4;
        return map switch
        {
            0 => opcode switch
            {
                < 0x40 => (opcode & 7) switch { 4 => 1, 5 => full, < 4 => 0, _ => -1 },
                0x68 or 0x69 or 0x81 or 0xA9 or 0xC7 => full,
                0x6A or 0x6B or >= 0x70 and < 0x80 or 0x80 or 0x83 or 0xA8 or >= 0xB0 and < 0xB8 or 0xC0 or 0xC1 or 0xC6 or 0xCD or >= 0xE0 and < 0xE8 or 0xEB => 1,
                >= 0xB8 and < 0xC0 => isWide ? 8 : full,
                0xC2 or 0xCA => 2,
                0xC8 => 3,
                0xE8 or 0xE9 => 4,
                >= 0xA0 and < 0xA4 => 8,
                0xF6 => (operand >> 3 & 7) < 2 ? 1 : 0,
                0xF7 => (operand >> 3 & 7) < 2 ? full : 0,
                0x60 or 0x61 or 0x82 or 0x9A or 0xD4 or 0xD5 or 0xD6 or 0xEA or 0xCE => -1,
                _ => 0,
            },
            1 when opcode >> 4 == 8 => 4,
            1 or 17 => opcode is >= 0x70 and < 0x74 or 0xC2 or 0xC4 or 0xC5 or 0xC6 || map == 1 && opcode is 0xA4 or 0xAC or 0xBA ? 1 : 0,
            3 or 19 => 1,
            _ => 0,
        };
    }

    /// <summary>Of an instruction of the first map.</summary>
    private static (FlowKind, ulong) Flow(byte opcode, ReadOnlySpan<byte> operand, ulong next)
    {
        switch (opcode)
        {
            case 0xE8 or 0xE9:
                return (opcode == 0xE8 ? FlowKind.Call : FlowKind.Jump, next + (ulong)BinaryPrimitives.ReadInt32LittleEndian(operand));
            case 0xEB:
                return (FlowKind.Jump, next + (ulong)(sbyte)operand[0]);
            case >= 0x70 and < 0x80 or >= 0xE0 and < 0xE4:
                return (FlowKind.Branch, next + (ulong)(sbyte)operand[0]);
            case 0xFF when (operand[0] >> 3 & 7) is 2:
                return operand[0] == 0x15 ? (FlowKind.CallByCell, next + (ulong)BinaryPrimitives.ReadInt32LittleEndian(operand[1..])) : (FlowKind.CallByRegister, 0);
            case 0xFF when (operand[0] >> 3 & 7) is 4:
            case 0xC2 or 0xC3 or 0xCA or 0xCB or 0xCC or 0xCF or 0xF4:
                return (FlowKind.End, 0);
            default:
                return (FlowKind.Next, 0);
        }
    }
}
