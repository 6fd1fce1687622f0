using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Tripod.Host.Tests.Zone;

/// <summary>IL instructions: how to read them, and which of them need no runtime.</summary>
internal static class Opcodes
{
    private static readonly FrozenDictionary<short, OpCode> All = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => code.Value);

    /// <summary>Numbers, pointers, jumps. Nothing that checks, allocates, or could throw.</summary>
    private static readonly FrozenSet<string> Allowed =
    [
        "nop", "dup", "pop", "ret", "sizeof", "volatile.", "switch",
        "ldarg.0", "ldarg.1", "ldarg.2", "ldarg.3", "ldarg.s", "starg.s",
        "ldloc.0", "ldloc.1", "ldloc.2", "ldloc.3", "ldloc.s", "stloc.0", "stloc.1", "stloc.2", "stloc.3", "stloc.s",
        "ldc.i4", "ldc.i4.s", "ldc.i4.m1", "ldc.i8",
        "ldc.i4.0", "ldc.i4.1", "ldc.i4.2", "ldc.i4.3", "ldc.i4.4", "ldc.i4.5", "ldc.i4.6", "ldc.i4.7", "ldc.i4.8",
        "add", "sub", "mul", "and", "or", "xor", "shl", "shr", "shr.un", "neg", "not", "ceq", "cgt", "cgt.un", "clt", "clt.un",
        "conv.i", "conv.i1", "conv.i2", "conv.i4", "conv.i8", "conv.u", "conv.u1", "conv.u2", "conv.u4", "conv.u8",
        "ldind.i", "ldind.i1", "ldind.i2", "ldind.i4", "ldind.i8", "ldind.u1", "ldind.u2", "ldind.u4",
        "stind.i", "stind.i1", "stind.i2", "stind.i4", "stind.i8",
        "br", "br.s", "brtrue", "brtrue.s", "brfalse", "brfalse.s", "beq", "beq.s", "bne.un", "bne.un.s",
        "bge", "bge.s", "bge.un", "bge.un.s", "bgt", "bgt.s", "bgt.un", "bgt.un.s",
        "ble", "ble.s", "ble.un", "ble.un.s", "blt", "blt.s", "blt.un", "blt.un.s",
    ];

    public static OpCode Read(ref BlobReader il)
    {
        byte first = il.ReadByte();
        return All[first == 0xfe ? unchecked((short)(0xfe00 | il.ReadByte())) : first];
    }

    /// <summary>The operand, where it fits an int; a constant of 8 bytes gives whether it is not 0.</summary>
    public static int ReadOperand(ref BlobReader il, OpCode code)
    {
        switch (code.OperandType)
        {
            case OperandType.InlineNone:
                return 0;
            case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                return il.ReadByte();
            case OperandType.InlineVar:
                return il.ReadUInt16();
            case OperandType.InlineI8 or OperandType.InlineR:
                return il.ReadInt64() != 0 ? 1 : 0;
            case OperandType.InlineSwitch:
                int targets = il.ReadInt32();
                il.Offset += targets * sizeof(int);
                return targets;
            default:
                return il.ReadInt32();
        }
    }

    public static bool IsAllowed(OpCode code) => Allowed.Contains(code.Name!);

    public static bool Divides(OpCode code) => code.Name is "div" or "div.un" or "rem" or "rem.un";

    /// <summary>Loads a number that is surely not 0 (nor −1, by which the smallest number cannot be divided).</summary>
    public static bool IsConstant(OpCode code, int operand) => code.Name switch
    {
        "ldc.i4" or "ldc.i4.s" or "ldc.i8" => operand > 0,
        "ldc.i4.1" or "ldc.i4.2" or "ldc.i4.3" or "ldc.i4.4" or "ldc.i4.5" or "ldc.i4.6" or "ldc.i4.7" or "ldc.i4.8" => true,
        _ => false,
    };
}
