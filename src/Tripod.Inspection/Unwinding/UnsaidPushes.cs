namespace Tripod.Inspection.Unwinding;

/// <summary>
/// Registers that a function pushes first of all, and of which its unwind data say nothing but that the stack has grown.
/// The runtime's own assembly code does so, and overwrites them afterwards (RhpNewObject: PUSH_COOP_PINVOKE_FRAME of
/// src/coreclr/runtime/amd64/AllocSlow.S): they would pass for registers that it has left as they were.
/// </summary>
internal static class UnsaidPushes
{
    /// <summary>Adds to a row where these registers are, for as long as they are on the stack.</summary>
    /// <param name="row">What the data say of an instruction.</param>
    /// <param name="entry">What they say of the function's first one.</param>
    /// <param name="pushed">The registers that it pushes first, in their order.</param>
    /// <param name="table">The architecture.</param>
    public static void AddTo(UnwindRow row, UnwindRow entry, IEnumerable<int> pushed, RegisterTable table)
    {
        if (row.Cfa.Register != table.Sp || entry.Cfa.Register != table.Sp)
            return;
        long depth = entry.Cfa.Offset;
        foreach (int register in pushed)
        {
            depth += sizeof(ulong);
            if (depth > row.Cfa.Offset)
                return; // not pushed yet, or popped again
            if (table.IsKept(register) && row[register].Kind == RuleKind.Unspecified)
                row[register] = new RegisterRule(RuleKind.Offset, -depth);
        }
    }
}
