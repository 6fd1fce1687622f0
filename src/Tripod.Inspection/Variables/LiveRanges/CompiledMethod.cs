using Tripod.Inspection.Dac;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>One piece of compiled code and the notes on it.</summary>
/// <param name="Code">Where it lies: another's is elsewhere, or has other data for the garbage collector.</param>
/// <param name="Symbols">The method.</param>
/// <param name="Ranges">The notes; null if they cannot be read: precompiled code keeps them elsewhere.</param>
internal sealed record CompiledMethod(CodeHeaderData Code, MethodSymbols Symbols, LiveRangeTable? Ranges)
{
    /// <summary>See <see cref="LiveRangeTable.IsInRegister"/>; null if there are no notes to tell.</summary>
    public bool? IsInRegister(Slot slot, ulong address) => Ranges?.IsInRegister(Number(slot), Offset(address));

    /// <summary>See <see cref="LiveRangeTable.FindStore"/>.</summary>
    public FrameStore? FindStore(Slot slot, ulong address) => Ranges?.FindStore(Number(slot), Offset(address));

    private int Number(Slot slot) => slot.IsArgument ? slot.Index : Symbols.ParameterTypes.Length + (Symbols.HasThis ? 1 : 0) + slot.Index;

    private uint Offset(ulong address) => (uint)(address - Code.Start);
}
