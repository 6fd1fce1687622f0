using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Stacks.Code;

/// <summary>What the JIT has noted of the calls in a frame's code, and what it has left out.</summary>
/// <param name="dac">The DAC.</param>
/// <param name="reader">The target's memory.</param>
internal sealed class CodeNotes(DacProcess dac, IDataReader reader)
{
    private const int MostBlocks = 32;

    private readonly Dictionary<ulong, (CompiledCode? Code, int[] Notes)> _codes = [];

    /// <summary>Forgets what may have changed since the last sample.</summary>
    public void BeginSample() => _codes.Clear();

    /// <summary>The calls of the same method in a caller's code; null if the code cannot be read, or its call goes elsewhere first.</summary>
    /// <param name="walk">Stands at the caller.</param>
    /// <param name="returnAddress">Behind its call.</param>
    /// <param name="callee">The method of the newer frame.</param>
    public CompiledCalls? FindCalls(in DacStackWalk walk, ulong returnAddress, CodePoint callee)
    {
        if (Read(walk, returnAddress) is not ({ } code, var notes) || Array.FindIndex(code.Calls, call => call.Next == returnAddress) is var own && own < 0
            || code.Calls[own] is var call && GoesTo(call, callee) == false || notes.Length != code.Calls.Length)
            return null;
        bool isByRegister = call.Flow == FlowKind.CallByRegister, isGeneric = callee.Symbols?.Arity is not (0, 0);
        // each instantiation has a place of its own
        int[] same = [.. Enumerable.Range(0, notes.Length).Where(i => IsSame(code.Calls[i])).OrderBy(i => notes[i])];
        return new CompiledCalls([.. same.Select(i => notes[i])], Array.IndexOf(same, own), isByRegister, notes);

        bool IsSame(in Instruction other) => other.Flow == call.Flow && other.Target == call.Target || isGeneric && !isByRegister && GoesTo(other, callee) == true;
    }

    /// <summary>
    /// The IL offset of a call in a block of which the JIT has noted nothing, or which it has moved without its notes, so
    /// that it seems to belong to what lies before it in memory: that of the place from which the block is reached. −1 if
    /// that is on several lines; null if the code cannot be read.
    /// </summary>
    /// <param name="walk">Stands at the frame.</param>
    /// <param name="returnAddress">Behind the call.</param>
    /// <param name="method">The frame's method.</param>
    public int? FindOrigin(in DacStackWalk walk, ulong returnAddress, MethodSymbols method) =>
        Read(walk, returnAddress).Code is { } code && code.FindCall(returnAddress) is >= 0 and var call
            ? FindOrigin(walk, code, call, method)
            : null;

    private (CompiledCode? Code, int[] Notes) Read(in DacStackWalk walk, ulong returnAddress)
    {
        if (!dac.Sos.TryGetCode(returnAddress - 1, out CodeHeaderData header))
            return (null, []);
        if (!_codes.TryGetValue(header.Start, out var found))
        {
            var code = CompiledCode.Read(reader, header);
            _codes[header.Start] = found = (code, code is null ? [] : ILOffsets.FindAll(walk, code.Calls.Select(call => call.Next - 1)));
        }
        return found;
    }

    private static int FindOrigin(in DacStackWalk walk, CompiledCode code, int call, MethodSymbols method)
    {
        int found = ILOffsets.Unknown;
        var seen = new HashSet<int>();
        for (var open = new Stack<int>([call]); open.TryPop(out int position);)
        {
            if (!seen.Add(position))
                continue;
            int first = code.FindBlock(position), note = FindNote(walk, code, first, position);
            int[] before = note >= 0 ? [] : [.. code.Before(first)];
            if (note >= 0 ? found >= 0 && !AreOnOneLine(method, note, found) : before.Length == 0 || seen.Count > MostBlocks)
                return ILOffsets.Unknown;
            found = note >= 0 ? note : found;
            Array.ForEach(before, open.Push);
        }
        return found;
    }

    /// <summary>What is noted last of a block up to an instruction; −1 if nothing is, or only what has come with the code that lies before it.</summary>
    private static int FindNote(in DacStackWalk walk, CompiledCode code, int first, int position)
    {
        int before = Math.Max(first - 1, 0);
        int[] notes = ILOffsets.FindAll(walk, code.Instructions[before..(position + 1)].Select(instruction => instruction.Address));
        int last = Array.FindLastIndex(notes, note => note >= 0);
        return last >= first - before && (code.IsBehind(first) || Array.Exists(notes, note => note != notes[last])) ? notes[last] : ILOffsets.Unknown;
    }

    private static bool AreOnOneLine(MethodSymbols method, int first, int second) =>
        method.TryGetLine(first, out var line) && method.TryGetLine(second, out var other) && line.Line == other.Line;

    /// <summary>Whether a call goes to a method, whatever its type parameters stand for; null if that is not known: it may go through a stub.</summary>
    private bool? GoesTo(in Instruction call, CodePoint callee)
    {
        ulong target = call.Flow switch
        {
            FlowKind.Call => call.Target,
            FlowKind.CallByCell => reader.ReadPointer(call.Target),
            _ => 0,
        };
        ulong methodDesc = target == 0 ? 0 : dac.Sos.GetMethodDesc(target);
        return methodDesc == 0 || !dac.Sos.TryGetMethod(methodDesc, out DacMethodDesc method) ? null
            : method.Module == callee.Module && method.Token == callee.Symbols?.Token;
    }
}
