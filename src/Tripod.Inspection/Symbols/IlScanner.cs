using System.Buffers.Binary;
using System.Reflection.Emit;

namespace Tripod.Inspection.Symbols;

/// <summary>Reads IL just far enough to tell where each local is first stored to (ECMA-335 III).</summary>
internal static class IlScanner
{
    /// <summary>First store of a local that is never stored to.</summary>
    public const int Never = int.MaxValue;

    private const int TwoBytePrefix = 0xFE;

    private static readonly OperandType[] OneByte = Operands(0);
    private static readonly OperandType[] TwoByte = Operands(TwoBytePrefix);

    /// <summary>For each local the lowest IL offset at which it is stored, or at which its address is taken.</summary>
    public static int[] FirstStores(ReadOnlySpan<byte> il, int localCount)
    {
        int[] stores = new int[localCount];
        Array.Fill(stores, Never);
        int next;
        for (int offset = 0; offset < il.Length; offset = next)
        {
            int length = il[offset] == TwoBytePrefix && offset + 1 < il.Length ? 2 : 1;
            int code = il[offset + length - 1];
            ReadOnlySpan<byte> operand = il[(offset + length)..];
            next = offset + length + OperandSize(length == 1 ? OneByte[code] : TwoByte[code], operand);
            int slot = StoredSlot(length, code, operand);
            if (slot >= 0 && slot < localCount && stores[slot] == Never)
                stores[slot] = offset;
        }
        return stores;
    }

    // stloc.0 to stloc.3, ldloca.s and stloc.s; after the prefix ldloca and stloc
    private static int StoredSlot(int length, int code, ReadOnlySpan<byte> operand) => (length, code) switch
    {
        (1, >= 0x0A and <= 0x0D) => code - 0x0A,
        (1, 0x12 or 0x13) when operand.Length >= 1 => operand[0],
        (2, 0x0D or 0x0E) when operand.Length >= 2 => BinaryPrimitives.ReadUInt16LittleEndian(operand),
        _ => -1,
    };

    private static int OperandSize(OperandType type, ReadOnlySpan<byte> operand) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => operand.Length < sizeof(int)
            ? operand.Length
            : (int)Math.Min(sizeof(int) * (1L + BinaryPrimitives.ReadUInt32LittleEndian(operand)), operand.Length),
        _ => 4,
    };

    private static OperandType[] Operands(int prefix)
    {
        var operands = new OperandType[256];
        Array.Fill(operands, OperandType.InlineNone);
        foreach (var field in typeof(OpCodes).GetFields())
            if (field.GetValue(null) is OpCode code && (code.Size == 1 ? 0 : code.Value >> 8 & 0xFF) == prefix)
                operands[code.Value & 0xFF] = code.OperandType;
        return operands;
    }
}
