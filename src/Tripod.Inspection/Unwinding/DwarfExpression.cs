using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Unwinding;

/// <summary>
/// Evaluates the expressions of unwind data (DWARF 5, 2.5 and 7.7.1): those operations that compute with registers,
/// memory and numbers. Linkers write them for the PLT, libc for the frames of signals.
/// </summary>
internal sealed class DwarfExpression
{
    private const int MostSteps = 256;
    private const int Depth = 32;

    private readonly Registers _registers;
    private readonly TwinReader _reader;
    private readonly ulong[] _stack = new ulong[Depth];
    private int _count;
    private bool _failed;

    private DwarfExpression(Registers registers, TwinReader reader)
    {
        _registers = registers;
        _reader = reader;
    }

    /// <summary>The value on top of the stack at the end; false if it cannot be told.</summary>
    /// <param name="expression">The operations.</param>
    /// <param name="registers">Of the frame.</param>
    /// <param name="reader">The target's memory.</param>
    /// <param name="cfa">Stands on the stack at the beginning, unless it is the CFA that is looked for.</param>
    /// <param name="value">The result.</param>
    public static bool TryEvaluate(byte[] expression, Registers registers, TwinReader reader, ulong? cfa, out ulong value)
    {
        var machine = new DwarfExpression(registers, reader);
        if (cfa is { } first)
            machine.Push(first);
        var code = new ByteCursor(expression, 0);
        int steps = 0;
        while (!code.AtEnd && !machine._failed && steps++ < MostSteps)
            machine.Execute(code.U8(), ref code);
        value = machine.Pop();
        return !machine._failed && !code.Failed && code.AtEnd;
    }

    private void Execute(byte operation, ref ByteCursor code)
    {
        switch (operation)
        {
            case 0x03 or (>= 0x08 and <= 0x11): // DW_OP_addr, const1u … consts
                Push(Constant(operation, ref code));
                break;
            case >= 0x30 and <= 0x4F: // DW_OP_lit0 … lit31
                Push((ulong)(operation - 0x30));
                break;
            case >= 0x70 and <= 0x8F: // DW_OP_breg0 … breg31
                PushRegister((ulong)(operation - 0x70), code.Sleb());
                break;
            case 0x92: // DW_OP_bregx
                PushRegister(code.Uleb(), code.Sleb());
                break;
            case 0x06: // DW_OP_deref
                _failed |= !_reader.Read(Pop(), out ulong value);
                Push(value);
                break;
            case 0x12 or 0x13 or 0x14 or 0x16: // DW_OP_dup, drop, over, swap
                Shuffle(operation);
                break;
            case 0x28 or 0x2F: // DW_OP_bra, skip
                short offset = (short)code.U16();
                if (operation == 0x2F || Pop() != 0)
                    code.Move(offset);
                break;
            case 0x1F: // DW_OP_neg
                Push((ulong)-(long)Pop());
                break;
            case 0x20: // DW_OP_not
                Push(~Pop());
                break;
            case 0x23: // DW_OP_plus_uconst
                Push(Pop() + code.Uleb());
                break;
            case 0x96: // DW_OP_nop
                break;
            default:
                ulong right = Pop(), left = Pop();
                Push(Combine(operation, left, right));
                break;
        }
    }

    private static ulong Constant(byte operation, ref ByteCursor code) => operation switch
    {
        0x08 => code.U8(),
        0x09 => (ulong)(sbyte)code.U8(),
        0x0A => code.U16(),
        0x0B => (ulong)(short)code.U16(),
        0x0C => code.U32(),
        0x0D => (ulong)(int)code.U32(),
        0x10 => code.Uleb(),
        0x11 => (ulong)code.Sleb(),
        _ => code.U64(), // DW_OP_addr, const8u, const8s
    };

    private ulong Combine(byte operation, ulong left, ulong right)
    {
        switch (operation)
        {
            case 0x1A: // DW_OP_and
                return left & right;
            case 0x1C: // DW_OP_minus
                return left - right;
            case 0x1E: // DW_OP_mul
                return left * right;
            case 0x21: // DW_OP_or
                return left | right;
            case 0x22: // DW_OP_plus
                return left + right;
            case 0x24: // DW_OP_shl
                return right < 64 ? left << (int)right : 0;
            case 0x25: // DW_OP_shr
                return right < 64 ? left >> (int)right : 0;
            case 0x26: // DW_OP_shra
                return (ulong)((long)left >> (int)Math.Min(right, 63));
            case 0x27: // DW_OP_xor
                return left ^ right;
            case >= 0x29 and <= 0x2E:
                return Compares(operation, (long)left, (long)right) ? 1UL : 0;
            default:
                _failed = true;
                return 0;
        }
    }

    // DW_OP_eq, ge, gt, le, lt, ne
    private static bool Compares(byte operation, long left, long right) => operation switch
    {
        0x29 => left == right,
        0x2A => left >= right,
        0x2B => left > right,
        0x2C => left <= right,
        0x2D => left < right,
        _ => left != right,
    };

    private void Shuffle(byte operation)
    {
        ulong top = Pop();
        if (operation == 0x13)
            return;
        ulong second = operation == 0x12 ? top : Pop();
        Push(operation == 0x16 ? top : second);
        Push(operation == 0x16 ? second : top);
        if (operation == 0x14)
            Push(second);
    }

    private void PushRegister(ulong register, long offset)
    {
        _failed |= !_registers.TryGet((int)Math.Min(register, int.MaxValue), out ulong value);
        Push(value + (ulong)offset);
    }

    private void Push(ulong value)
    {
        _failed |= _count == _stack.Length;
        if (!_failed)
            _stack[_count++] = value;
    }

    private ulong Pop()
    {
        _failed |= _count == 0;
        return _failed ? 0 : _stack[--_count];
    }
}
