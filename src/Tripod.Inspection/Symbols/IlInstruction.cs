using System.Buffers.Binary;
using System.Reflection.Emit;

namespace Tripod.Inspection.Symbols;

/// <summary>An instruction of IL (ECMA-335 III).</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Code">What it is.</param>
/// <param name="Operand">Its operand: a number, a token, a target's offset; for a switch the number of targets.</param>
/// <param name="Next">Where the next one begins.</param>
internal readonly record struct IlInstruction(int Offset, OpCode Code, int Operand, int Next)
{
    private const int TwoBytePrefix = 0xFE;

    private static readonly OpCode?[] OneByte = Codes(0);
    private static readonly OpCode?[] TwoByte = Codes(TwoBytePrefix);

    /// <summary>All instructions of a method.</summary>
    /// <exception cref="BadImageFormatException">It ends in the middle of one, or one is not known.</exception>
    public static IlInstruction[] ReadAll(ReadOnlySpan<byte> il)
    {
        var result = new List<IlInstruction>(il.Length / 2);
        for (int offset = 0; offset < il.Length; offset = result[^1].Next)
            result.Add(Read(il, offset));
        return [.. result];
    }

    /// <summary>The targets of a switch.</summary>
    public IEnumerable<int> SwitchTargets(byte[] il)
    {
        for (int i = 0; i < Operand; i++)
            yield return Next + BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(Next + (i - Operand) * sizeof(int)));
    }

    private static IlInstruction Read(ReadOnlySpan<byte> il, int offset)
    {
        bool isLong = il[offset] == TwoBytePrefix;
        int start = offset + (isLong ? 2 : 1);
        if (start > il.Length || (isLong ? TwoByte : OneByte)[il[start - 1]] is not { } code)
            throw new BadImageFormatException();
        long next = start + OperandSize(code.OperandType, il[start..]);
        if (next > il.Length)
            throw new BadImageFormatException();
        return new IlInstruction(offset, code, Value(code.OperandType, il[start..(int)next], (int)next), (int)next);
    }

    private static int Value(OperandType type, ReadOnlySpan<byte> operand, int next) => type switch
    {
        OperandType.ShortInlineBrTarget => next + (sbyte)operand[0],
        OperandType.InlineBrTarget => next + BinaryPrimitives.ReadInt32LittleEndian(operand),
        OperandType.InlineVar => BinaryPrimitives.ReadUInt16LittleEndian(operand),
        _ when operand.Length >= sizeof(int) => BinaryPrimitives.ReadInt32LittleEndian(operand),
        _ => operand.Length > 0 ? operand[0] : 0,
    };

    private static long OperandSize(OperandType type, ReadOnlySpan<byte> operand) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => operand.Length < sizeof(int) ? sizeof(int) : sizeof(int) * (1L + BinaryPrimitives.ReadUInt32LittleEndian(operand)),
        _ => 4,
    };

    private static OpCode?[] Codes(int prefix)
    {
        var codes = new OpCode?[256];
        foreach (var field in typeof(OpCodes).GetFields())
            if (field.GetValue(null) is OpCode code && (code.Size == 1 ? 0 : code.Value >> 8 & 0xFF) == prefix)
                codes[code.Value & 0xFF] = code;
        return codes;
    }
}
