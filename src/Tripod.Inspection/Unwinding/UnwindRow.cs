namespace Tripod.Inspection.Unwinding;

/// <summary>
/// What unwind data say of one instruction: the canonical frame address (CFA, the caller's stack pointer) and where the
/// caller's registers are. DWARF 5, 6.4.1.
/// </summary>
/// <param name="columns">Number of registers.</param>
internal sealed class UnwindRow(int columns)
{
    /// <summary>One rule a register.</summary>
    public RegisterRule[] Rules { get; set; } = new RegisterRule[columns];

    /// <summary>The CFA.</summary>
    public CfaRule Cfa { get; set; } = new(-1, 0);

    /// <summary>The column of the return address.</summary>
    public int ReturnColumn { get; init; }

    /// <summary>The frame that a signal put on the stack: the caller was interrupted, and stands behind no call.</summary>
    public bool IsSignalFrame { get; init; }

    /// <summary>The return address is signed (arm64: DW_CFA_AARCH64_negate_ra_state).</summary>
    public bool IsReturnSigned { get; set; }

    public RegisterRule this[int column]
    {
        get => (uint)column < (uint)Rules.Length ? Rules[column] : default;
        set
        {
            if ((uint)column < (uint)Rules.Length) // vector registers do not matter here
                Rules[column] = value;
        }
    }

    /// <summary>The row of an instruction that finds the stack as a call left it.</summary>
    public static UnwindRow AtEntry(RegisterTable registers)
    {
        if (registers.Link is { } link)
            return new UnwindRow(registers.Count) { Cfa = new CfaRule(registers.Sp, 0), ReturnColumn = link };
        int returnColumn = registers.Count - 1;
        return new UnwindRow(registers.Count)
        {
            Cfa = new CfaRule(registers.Sp, sizeof(ulong)),
            ReturnColumn = returnColumn,
            [returnColumn] = new RegisterRule(RuleKind.Offset, -sizeof(ulong)),
        };
    }
}
