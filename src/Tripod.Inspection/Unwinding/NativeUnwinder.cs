using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Unwinding;

/// <summary>
/// Unwinds the frames of native code, by the data that its compiler left, up to the first managed frame. Nothing is
/// searched for or guessed: a register that no rule gives is not known, and an address without rules is the end.
/// </summary>
/// <param name="reader">The target's memory.</param>
/// <param name="modules">Its libraries.</param>
/// <param name="table">The architecture.</param>
/// <param name="isManaged">Whether an address lies in managed code.</param>
internal sealed class NativeUnwinder(TwinReader reader, NativeModules modules, RegisterTable table, Func<ulong, bool> isManaged)
{
    private const int MostFrames = 2_000;

    // the bytes that a stub of the runtime may have pushed: the one that resolves calls of interfaces keeps a register so
    private const ulong MostPushedByStub = sizeof(ulong);

    private readonly FrameStep _step = new(reader, table);
    private readonly Registers _registers = new(table.Count);
    private readonly UnwindRow _atEntry = UnwindRow.AtEntry(table);

    /// <summary>Unwinds from native code to managed code.</summary>
    /// <param name="context">The registers of the newest frame, garbage in those that are not known; afterwards those of the managed frame.</param>
    /// <param name="isExact">The instruction pointer stands at an instruction, not behind a call; afterwards that of the managed frame.</param>
    public UnwindEnd Unwind(Span<byte> context, ref bool isExact)
    {
        Load(context, isExact);
        UnwindEnd end = Unwind();
        if (end == UnwindEnd.Managed)
        {
            Store(context);
            isExact = _registers.IsExact;
        }
        return end;
    }

    /// <summary>Whether an instruction pointer, at an instruction or behind a call, is none of managed code.</summary>
    public bool IsNative(ulong ip) => modules.FindKnown(ip) is not null || !isManaged(ip) && !isManaged(ip - 1);

    private UnwindEnd Unwind()
    {
        for (int i = 0; i < MostFrames; i++)
        {
            ulong ip = _registers.Ip;
            UnwindEnd? end = null;
            if (modules.FindKnown(ip) is { } known)
                end = Step(known);
            else if (isManaged(_registers.IsExact ? ip : ip - 1))
                return _registers.IsExact || table.IsBehindCall(reader, ip) ? UnwindEnd.Managed : UnwindEnd.NoData;
            else if (modules.Find(ip) is { } found)
                end = Step(found);
            else
                end = StepOutOfStub();
            if (end is { } reason)
                return reason;
        }
        return UnwindEnd.TooDeep;
    }

    private UnwindEnd? Step(NativeModule module) =>
        module.FindRow(reader, _registers.Ip, _registers.IsExact) is { } row ? _step.Apply(row, _registers) : UnwindEnd.NoData;

    // Stubs that the runtime has made call nothing, they jump. So they are on top of the stack or nowhere, and what called
    // them is where a call leaves it, or behind the one register that a stub has pushed.
    private UnwindEnd? StepOutOfStub()
    {
        if (!_registers.IsExact)
            return UnwindEnd.NoData;
        if (table.Link is null && _registers.TryGet(table.Sp, out ulong sp) && !IsReturnAddress(sp) && IsReturnAddress(sp + MostPushedByStub))
            _registers.Set(table.Sp, sp + MostPushedByStub);
        UnwindEnd? end = _step.Apply(_atEntry, _registers);
        return end ?? (IsCode(_registers.Ip) ? null : UnwindEnd.NoData);
    }

    private bool IsReturnAddress(ulong slot) => reader.Read(slot, out ulong address) && IsCode(address);

    private bool IsCode(ulong address) =>
        (isManaged(address - 1) || modules.Find(address) is not null) && table.IsBehindCall(reader, address);

    private void Load(ReadOnlySpan<byte> context, bool isExact)
    {
        ContextLayout layout = reader.Contexts.Layout;
        _registers.Clear();
        ReadOnlySpan<byte> numbers = table.ContextNumbers;
        for (int i = 0; i < numbers.Length; i++)
            if (layout.TryGetRegister(context, numbers[i], out ulong value))
                _registers.Set(i, value);
        _registers.Ip = layout.GetIp(context);
        _registers.IsExact = isExact;
    }

    private void Store(Span<byte> context)
    {
        ContextLayout layout = reader.Contexts.Layout;
        ReadOnlySpan<byte> numbers = table.ContextNumbers;
        for (int i = 0; i < numbers.Length; i++)
            layout.SetRegister(context, numbers[i], _registers.TryGet(i, out ulong value) ? value : null);
        layout.SetIp(context, _registers.Ip);
    }
}
