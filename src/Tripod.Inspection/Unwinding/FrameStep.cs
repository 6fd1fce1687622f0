using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Unwinding;

/// <summary>Goes from a frame to its caller by a row of unwind data.</summary>
internal sealed class FrameStep(TwinReader reader, RegisterTable table)
{
    private readonly Registers _caller = new(table.Count);

    /// <summary>Turns the registers of a frame into those of its caller; null, or why that cannot be done.</summary>
    public UnwindEnd? Apply(UnwindRow row, Registers registers)
    {
        if (!TryGetCfa(row.Cfa, registers, out ulong cfa))
            return UnwindEnd.UnknownRegister;
        if (row[row.ReturnColumn].Kind == RuleKind.Undefined)
            return UnwindEnd.Outermost;
        _caller.Clear();
        _caller.Set(table.Sp, cfa);
        for (int i = 0; i < table.Count; i++)
            if (TryRestore(row[i], i, registers, cfa, out ulong value))
                _caller.Set(i, value);
        if (!_caller.TryGet(row.ReturnColumn, out ulong ip))
            return UnwindEnd.UnknownRegister;
        if (!GoesUp(registers, row.IsSignalFrame))
            return UnwindEnd.BadStack;
        registers.CopyFrom(_caller);
        registers.Ip = row.IsReturnSigned ? table.WithoutSignature(ip) : ip;
        registers.IsExact = row.IsSignalFrame;
        return null;
    }

    private bool TryGetCfa(in CfaRule rule, Registers registers, out ulong cfa)
    {
        if (rule.Expression is { } expression)
            return DwarfExpression.TryEvaluate(expression, registers, reader, cfa: null, out cfa);
        bool isKnown = registers.TryGet(rule.Register, out cfa);
        cfa += (ulong)rule.Offset;
        return isKnown;
    }

    private bool TryRestore(in RegisterRule rule, int register, Registers registers, ulong cfa, out ulong value)
    {
        value = cfa + (ulong)rule.Value;
        switch (rule.Kind)
        {
            case RuleKind.Unspecified:
                value = 0;
                return table.IsKept(register) && registers.TryGet(register, out value);
            case RuleKind.SameValue:
                return registers.TryGet(register, out value);
            case RuleKind.Offset:
                return reader.Read(value, out value);
            case RuleKind.ValueOffset:
                return true;
            case RuleKind.Register:
                return registers.TryGet((int)rule.Value, out value);
            case RuleKind.Expression:
                return DwarfExpression.TryEvaluate(rule.Expression!, registers, reader, cfa, out ulong address) && reader.Read(address, out value);
            case RuleKind.ValueExpression:
                return DwarfExpression.TryEvaluate(rule.Expression!, registers, reader, cfa, out value);
            default:
                return false;
        }
    }

    // Stacks grow down, so that callers lie higher. A signal may have changed to a stack of its own, and a function that
    // keeps its return address in a register may have nothing on the stack.
    private bool GoesUp(Registers registers, bool isSignalFrame)
    {
        if (!_caller.TryGet(table.Sp, out ulong caller) || !registers.TryGet(table.Sp, out ulong callee))
            return false;
        return isSignalFrame || caller > callee || caller == callee && registers.IsExact && table.Link is not null;
    }
}
