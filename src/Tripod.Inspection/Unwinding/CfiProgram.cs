namespace Tripod.Inspection.Unwinding;

/// <summary>Runs the call frame instructions of a function up to one of its instructions (DWARF 5, 6.4.2 and 7.24).</summary>
internal sealed class CfiProgram
{
    private const int MostRemembered = 32;

    private readonly FrameDescription _frame;
    private readonly UnwindRow _row;
    private readonly UnwindRow _initial;
    private readonly Stack<(CfaRule Cfa, RegisterRule[] Rules)> _remembered = new();
    private ulong _location;

    private CfiProgram(FrameDescription frame, UnwindRow row, UnwindRow initial)
    {
        _frame = frame;
        _row = row;
        _initial = initial;
        _location = frame.Start;
    }

    /// <summary>The row of an instruction; null if the data make no sense.</summary>
    /// <param name="frame">The function's data.</param>
    /// <param name="columns">How many registers matter.</param>
    /// <param name="instruction">An address in the function.</param>
    public static UnwindRow? Run(FrameDescription frame, int columns, ulong instruction)
    {
        UnwindRow row = NewRow(), initial = NewRow();
        if (!new CfiProgram(frame, initial, NewRow()).TryRun(new ByteCursor(frame.InitialInstructions, 0), ulong.MaxValue))
            return null;
        row.Cfa = initial.Cfa;
        row.IsReturnSigned = initial.IsReturnSigned;
        row.Rules = [.. initial.Rules];
        return new CfiProgram(frame, row, initial).TryRun(new ByteCursor(frame.Instructions, frame.InstructionsAddress), instruction) ? row : null;

        UnwindRow NewRow() => new(columns) { ReturnColumn = frame.ReturnColumn, IsSignalFrame = frame.IsSignalFrame };
    }

    private bool TryRun(ByteCursor code, ulong instruction)
    {
        while (!code.AtEnd)
        {
            byte opcode = code.U8();
            if (TryAdvance(opcode, ref code))
            {
                if (_location > instruction)
                    break; // what follows is of later instructions
            }
            else if (!TryExecute(opcode, ref code))
                return false;
            if (code.Failed)
                return false;
        }
        return !code.Failed;
    }

    private bool TryAdvance(byte opcode, ref ByteCursor code)
    {
        switch (opcode)
        {
            case >= 0x40 and < 0x80: // DW_CFA_advance_loc
                _location += (ulong)(opcode & 0x3F) * _frame.CodeAlignment;
                return true;
            case 0x01: // DW_CFA_set_loc
                _location = code.Pointer(_frame.PointerEncoding);
                return true;
            case 0x02: // DW_CFA_advance_loc1
                _location += code.U8() * _frame.CodeAlignment;
                return true;
            case 0x03: // DW_CFA_advance_loc2
                _location += code.U16() * _frame.CodeAlignment;
                return true;
            case 0x04: // DW_CFA_advance_loc4
                _location += code.U32() * _frame.CodeAlignment;
                return true;
            default:
                return false;
        }
    }

    private bool TryExecute(byte opcode, ref ByteCursor code)
    {
        switch (opcode)
        {
            case >= 0xC0: // DW_CFA_restore
                Restore(opcode & 0x3F);
                return true;
            case >= 0x80: // DW_CFA_offset
                _row[opcode & 0x3F] = new RegisterRule(RuleKind.Offset, (long)code.Uleb() * _frame.DataAlignment);
                return true;
            case 0x06: // DW_CFA_restore_extended
                Restore(Register(ref code));
                return true;
            default:
                return TryDefineCfa(opcode, ref code) || TryDefineRegister(opcode, ref code) || TryKeep(opcode, ref code);
        }
    }

    private bool TryDefineCfa(byte opcode, ref ByteCursor code)
    {
        switch (opcode)
        {
            case 0x0C: // DW_CFA_def_cfa
                _row.Cfa = new CfaRule(Register(ref code), (long)code.Uleb());
                return true;
            case 0x12: // DW_CFA_def_cfa_sf
                _row.Cfa = new CfaRule(Register(ref code), code.Sleb() * _frame.DataAlignment);
                return true;
            case 0x0D: // DW_CFA_def_cfa_register
                _row.Cfa = _row.Cfa with { Register = Register(ref code), Expression = null };
                return true;
            case 0x0E: // DW_CFA_def_cfa_offset
                _row.Cfa = _row.Cfa with { Offset = (long)code.Uleb() };
                return true;
            case 0x13: // DW_CFA_def_cfa_offset_sf
                _row.Cfa = _row.Cfa with { Offset = code.Sleb() * _frame.DataAlignment };
                return true;
            case 0x0F: // DW_CFA_def_cfa_expression
                _row.Cfa = new CfaRule(-1, 0, Block(ref code));
                return true;
            default:
                return false;
        }
    }

    private bool TryDefineRegister(byte opcode, ref ByteCursor code)
    {
        // 05 offset_extended, 07 undefined, 08 same_value, 09 register, 10 expression, 11 offset_extended_sf,
        // 14 val_offset, 15 val_offset_sf, 16 val_expression, 2F GNU_negative_offset_extended (LSB 5.0, 10.5.2)
        if (opcode is not (0x05 or 0x07 or 0x08 or 0x09 or 0x10 or 0x11 or 0x14 or 0x15 or 0x16 or 0x2F))
            return false;
        int register = Register(ref code);
        _row[register] = opcode switch
        {
            0x05 => new RegisterRule(RuleKind.Offset, (long)code.Uleb() * _frame.DataAlignment),
            0x07 => new RegisterRule(RuleKind.Undefined),
            0x08 => new RegisterRule(RuleKind.SameValue),
            0x09 => new RegisterRule(RuleKind.Register, Register(ref code)),
            0x10 => new RegisterRule(RuleKind.Expression, 0, Block(ref code)),
            0x11 => new RegisterRule(RuleKind.Offset, code.Sleb() * _frame.DataAlignment),
            0x14 => new RegisterRule(RuleKind.ValueOffset, (long)code.Uleb() * _frame.DataAlignment),
            0x15 => new RegisterRule(RuleKind.ValueOffset, code.Sleb() * _frame.DataAlignment),
            0x16 => new RegisterRule(RuleKind.ValueExpression, 0, Block(ref code)),
            _ => new RegisterRule(RuleKind.Offset, -(long)code.Uleb() * _frame.DataAlignment),
        };
        return true;
    }

    private bool TryKeep(byte opcode, ref ByteCursor code)
    {
        switch (opcode)
        {
            case 0x00: // DW_CFA_nop
                return true;
            case 0x0A: // DW_CFA_remember_state
                _remembered.Push((_row.Cfa, [.. _row.Rules]));
                return _remembered.Count <= MostRemembered;
            case 0x0B: // DW_CFA_restore_state
                if (!_remembered.TryPop(out var state))
                    return false;
                (_row.Cfa, _row.Rules) = state;
                return true;
            case 0x2D: // DW_CFA_AARCH64_negate_ra_state (DWARF for the Arm 64-bit Architecture, 4.4.1)
                _row.IsReturnSigned = !_row.IsReturnSigned;
                return true;
            case 0x2E: // DW_CFA_GNU_args_size (LSB 5.0, 10.5.2): for exceptions alone
                _ = code.Uleb();
                return true;
            default:
                return false;
        }
    }

    private void Restore(int register) => _row[register] = _initial[register];

    private static int Register(ref ByteCursor code) => (int)Math.Min(code.Uleb(), int.MaxValue);

    private static byte[] Block(ref ByteCursor code) => code.Take(code.Uleb()).ToArray();
}
