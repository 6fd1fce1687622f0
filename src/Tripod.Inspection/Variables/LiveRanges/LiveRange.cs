namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>One of the JIT's notes: while the code from one offset to another runs, a variable lies in one place.</summary>
/// <param name="Variable">Number of the variable: arguments first, <c>this</c> counted, then locals.</param>
/// <param name="Start">Offset of the first byte of code for which it holds.</param>
/// <param name="End">Offset of the first byte for which it does not.</param>
/// <param name="Location">In what it lies.</param>
/// <param name="Home">If that is the stack, where; else nowhere.</param>
internal readonly record struct LiveRange(int Variable, uint Start, uint End, VariableLocation Location, FrameHome Home)
{
    /// <summary>The variable is said to be in a register as a whole.</summary>
    public bool IsRegister => Location is VariableLocation.Register or VariableLocation.FloatRegister;
}
