using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Unwinding;

/// <summary>
/// A shared library of the target, and the rows of its code that were looked up. Its bytes never change, so what was
/// found is kept from sample to sample for as long as the library lies there.
/// </summary>
internal sealed class NativeModule(ElfImage image, FrameTable? table, RegisterTable registers)
{
    private const int MostRows = 20_000;

    private readonly Dictionary<(ulong Ip, bool IsExact), UnwindRow?> _rows = [];

    public ElfImage Image => image;

    public bool Contains(ulong address) => address >= image.CodeStart && address < image.CodeEnd;

    /// <summary>The library at an address of the target; null if there is none.</summary>
    public static NativeModule? TryRead(TwinReader reader, ulong address, RegisterTable registers)
    {
        if (ElfImage.TryRead(reader, address) is not { } image)
            return null;
        return new NativeModule(image, image.FrameTable == 0 ? null : Unwinding.FrameTable.TryRead(reader, image.FrameTable), registers);
    }

    /// <summary>The row of an instruction; null if there are no data, or if a return address is behind no call.</summary>
    /// <param name="reader">The target's memory.</param>
    /// <param name="ip">The instruction pointer.</param>
    /// <param name="isExact">It is an instruction at which the thread stands, not one that it will return to.</param>
    public UnwindRow? FindRow(TwinReader reader, ulong ip, bool isExact)
    {
        if (_rows.TryGetValue((ip, isExact), out UnwindRow? row))
            return row;
        if (_rows.Count >= MostRows)
            _rows.Clear();
        return _rows[(ip, isExact)] = ReadRow(reader, ip, isExact);
    }

    private UnwindRow? ReadRow(TwinReader reader, ulong ip, bool isExact)
    {
        // a call that never returns may be the last instruction of its function: the address behind it is another's
        ulong instruction = isExact ? ip : ip - 1;
        if (table?.Find(reader, instruction) is not { } frame)
            return isExact && registers.IsJump(reader, ip) ? UnwindRow.AtEntry(registers) : null;
        UnwindRow? row = CfiProgram.Run(frame, registers.Count, instruction);
        if (row is not null && registers.FindFirstPushes(reader, frame.Start) is { Count: > 0 } pushed && CfiProgram.Run(frame, registers.Count, frame.Start) is { } entry)
            UnsaidPushes.AddTo(row, entry, pushed, registers);
        bool isReturnAddress = isExact || frame.IsSignalFrame || registers.IsBehindCall(reader, ip);
        return isReturnAddress ? row : null;
    }
}
