using System.Reflection.Emit;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables.Assignment;

/// <summary>Which local or argument an instruction is about; −1 if none.</summary>
internal static class LocalAccess
{
    // consecutive codes (ECMA-335 III.3): ldloc.0 to ldloc.3, stloc.0 to stloc.3, ldarg.0 to ldarg.3
    private const int FirstLdarg = 0x02, FirstLdloc = 0x06, FirstStloc = 0x0A, Short = 4;

    public static int Stored(in IlInstruction instruction) => Of(instruction, FirstStloc, OpCodes.Stloc, OpCodes.Stloc_S);

    public static int Loaded(in IlInstruction instruction) => Of(instruction, FirstLdloc, OpCodes.Ldloc, OpCodes.Ldloc_S);

    public static int Argument(in IlInstruction instruction) => Of(instruction, FirstLdarg, OpCodes.Ldarg, OpCodes.Ldarg_S);

    public static int Address(in IlInstruction instruction) =>
        instruction.Code == OpCodes.Ldloca || instruction.Code == OpCodes.Ldloca_S ? instruction.Operand : -1;

    public static int StoredArgument(in IlInstruction instruction) =>
        instruction.Code == OpCodes.Starg || instruction.Code == OpCodes.Starg_S ? instruction.Operand : -1;

    private static int Of(in IlInstruction instruction, int first, OpCode full, OpCode small) =>
        instruction.Code == full || instruction.Code == small ? instruction.Operand
        : instruction.Code.Size == 1 && instruction.Code.Value - first is >= 0 and < Short and var index ? index
        : -1;
}
