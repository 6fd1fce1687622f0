using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Stacks;

/// <summary>Finds the calls in a method's compiled code.</summary>
/// <param name="dac">The DAC.</param>
/// <param name="reader">The target's memory.</param>
internal sealed class CodeCalls(DacProcess dac, IDataReader reader)
{
    /// <summary>The calls of the same method in a caller's code; null if the code cannot be read, or its call goes elsewhere first.</summary>
    /// <param name="walk">Stands at the caller.</param>
    /// <param name="returnAddress">Behind its call.</param>
    /// <param name="callee">The method of the newer frame.</param>
    public CompiledCalls? Find(in DacStackWalk walk, ulong returnAddress, CodePoint callee)
    {
        if (!dac.Sos.TryGetCode(returnAddress - 1, out CodeHeader code))
            return null;
        CodeCall[] all = [.. CallSites.In(reader, code.Start, code.HotSize), .. CallSites.In(reader, code.ColdStart, code.ColdSize)];
        int own = Array.FindIndex(all, call => call.Return == returnAddress);
        if (own < 0 || all[own] is var mine && GoesTo(mine, callee) == false)
            return null;
        CodeCall[] same = [.. all.Where(call => call == mine || call.Form == mine.Form && call.Place == mine.Place || mine.Form != CallForm.Register && GoesTo(call, callee) == true)];
        int[] noted = ILOffsets.FindAll(walk, same.Select(call => call.Return - 1));
        if (noted.Length != same.Length)
            return null;
        int[] order = [.. Enumerable.Range(0, same.Length).OrderBy(i => noted[i])];
        return new CompiledCalls([.. order.Select(i => noted[i])], Array.FindIndex(order, i => same[i] == mine), mine.Form == CallForm.Register);
    }

    /// <summary>Whether a call goes to a method, whatever its type parameters stand for; null if that is not known: it may go through a stub.</summary>
    private bool? GoesTo(in CodeCall call, CodePoint callee)
    {
        ulong target = call.Form switch
        {
            CallForm.Direct => call.Place,
            CallForm.Cell => reader.ReadPointer(call.Place),
            _ => 0,
        };
        ulong methodDesc = target == 0 ? 0 : dac.Sos.GetMethodDesc(target);
        return methodDesc == 0 || !dac.Sos.TryGetMethod(methodDesc, out DacMethodDesc method) ? null
            : method.Module == callee.Module && method.Token == callee.Symbols?.Token;
    }
}
