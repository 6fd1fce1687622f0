using Iced.Intel;

namespace Tripod.Inspection.Stacks.Code;

/// <summary>Takes x64 code apart.</summary>
internal static class Disassembler
{
    /// <summary>What is to be done with an instruction.</summary>
    public delegate void Visit(in Iced.Intel.Instruction instruction);

    /// <summary>Goes through all instructions; false at the first that is none.</summary>
    /// <param name="code">The code, from an instruction on.</param>
    /// <param name="address">Where it lies, or 0 to count from its beginning.</param>
    /// <param name="visit">Gets each instruction.</param>
    public static bool TryRead(byte[] code, ulong address, Visit visit)
    {
        var decoder = Decoder.Create(64, code, address);
        while (decoder.IP < address + (ulong)code.Length)
        {
            decoder.Decode(out Iced.Intel.Instruction instruction);
            if (instruction.IsInvalid)
                return false;
            visit(instruction);
        }
        return true;
    }
}
