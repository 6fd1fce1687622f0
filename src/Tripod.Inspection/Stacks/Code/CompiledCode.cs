using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;

namespace Tripod.Inspection.Stacks.Code;

/// <summary>The instructions of one compilation of a method.</summary>
internal sealed class CompiledCode
{
    private const uint MostBytes = 1 << 18;

    private readonly ILookup<ulong, int> _jumps;

    private CompiledCode(Instruction[] instructions)
    {
        Instructions = instructions;
        Calls = Array.FindAll(instructions, instruction => instruction.IsCall);
        _jumps = Enumerable.Range(0, instructions.Length).Where(i => instructions[i].Flow is FlowKind.Branch or FlowKind.Jump).ToLookup(i => instructions[i].Target);
    }

    /// <summary>In their order; what the JIT has put into a part for itself comes last.</summary>
    public Instruction[] Instructions { get; }

    /// <summary>Those that call.</summary>
    public Instruction[] Calls { get; }

    /// <summary>Reads code; null if it cannot be read to its end.</summary>
    public static CompiledCode? Read(IDataReader reader, in CodeHeaderData header)
    {
        if (reader.Architecture != Architecture.X64)
            return null;
        var instructions = new List<Instruction>();
        return TryAdd(instructions, reader, header.Start, header.HotSize) && TryAdd(instructions, reader, header.ColdStart, header.ColdSize)
            ? new CompiledCode([.. instructions])
            : null;
    }

    /// <summary>Position of the call that returns to an address; −1 if there is none.</summary>
    public int FindCall(ulong returnAddress) => Array.FindIndex(Instructions, instruction => instruction.Next == returnAddress && instruction.IsCall);

    /// <summary>Position of the first instruction of the block that holds one: what lies before it does not always lead here.</summary>
    public int FindBlock(int position)
    {
        while (position > 0 && IsBehind(position) && !_jumps.Contains(Instructions[position].Address))
            position--;
        return position;
    }

    /// <summary>Positions of the instructions after which the processor may go on at one.</summary>
    public IEnumerable<int> Before(int position)
    {
        var jumps = _jumps[Instructions[position].Address];
        return position > 0 && IsBehind(position) ? jumps.Prepend(position - 1) : jumps;
    }

    /// <summary>Whether the processor may come to an instruction from the one before it.</summary>
    public bool IsBehind(int position) => position > 0 && Instructions[position - 1].Next == Instructions[position].Address && !Instructions[position - 1].IsEnd;

    private static bool TryAdd(List<Instruction> instructions, IDataReader reader, ulong start, uint length)
    {
        byte[] code = new byte[Math.Min(length, MostBytes)];
        return code.Length == length && reader.Read(start, code) == length && Instruction.TryReadAll(code, start, instructions);
    }
}
