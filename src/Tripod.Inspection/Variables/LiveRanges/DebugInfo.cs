using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;

namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>
/// Reads the JIT's notes on where variables lie, as the runtime keeps them (vm/debuginfostore.cpp of .NET 8 to 10):
/// behind a pointer in the header of compiled code a byte of flags, two sizes, what tells of lines, and what of variables.
/// </summary>
internal static class DebugInfo
{
    // offsets of phdrDebugInfo and phdrJitGCInfo in RealCodeHeader, and of the pointer to that before the code (vm/codeman.h)
    private const int InfoOffset = 0, GcInfoOffset = 16, HeaderBeforeCode = 8;

    // variables are counted from MAX_ILNUM of cordebuginfo.h on; before 0 are those that the JIT adds
    private const int FirstNumber = -4;

    // DEBUG_INFO_BOUNDS_HAS_INSTRUMENTED_BOUNDS: two sizes of lines follow
    private const uint HasSecondLines = uint.MaxValue;

    private const int MostSizes = 24;
    private const int MostBytes = 1 << 20;

    /// <summary>The live ranges of a method's variables; null if they cannot be read.</summary>
    public static LiveRange[]? TryRead(IDataReader reader, in CodeHeaderData code)
    {
        // the header is the right one if it leads to the data that the DAC knows
        if (!code.IsJitted || !reader.ReadPointer(code.Start - HeaderBeforeCode, out ulong header)
            || !reader.ReadPointer(header + InfoOffset, out ulong info)
            || !reader.ReadPointer(header + GcInfoOffset, out ulong gcInfo) || gcInfo != code.GcInfo)
            return null;
        Span<byte> start = stackalloc byte[1 + MostSizes];
        int length = reader.Read(info, start);
        // with flags a patchpoint's data come first, of code that is not optimised, or what each inlined method became
        if (length == 0 || start[0] != 0)
            return null;
        var sizes = new NibbleReader(start[1..length]);
        uint lines = sizes.U32();
        if (lines == HasSecondLines)
            lines = sizes.U32() + sizes.U32();
        uint size = sizes.U32();
        if (sizes.Failed || size > MostBytes || lines > MostBytes)
            return null;
        var bytes = new byte[size];
        return reader.Read(info + 1 + (uint)sizes.Bytes + lines, bytes) == size ? Read(bytes, code.HotSize) : null;
    }

    /// <summary>What is stored of variables; null if it is not what it should be.</summary>
    public static LiveRange[]? Read(ReadOnlySpan<byte> bytes, uint codeSize)
    {
        if (bytes.IsEmpty)
            return [];
        var reader = new NibbleReader(bytes);
        uint count = reader.U32();
        if (count > (uint)bytes.Length)
            return null;
        var ranges = new LiveRange[count];
        for (int i = 0; i < ranges.Length; i++)
        {
            uint start = reader.U32(), end = start + reader.U32();
            int variable = (int)reader.U32() + FirstNumber;
            var location = (VariableLocation)reader.U32();
            if (!TryReadPlace(ref reader, location, out var home) || reader.Failed || end < start || end > codeSize)
                return null;
            ranges[i] = new LiveRange(variable, start, end, location, home);
        }
        return reader.Bytes == bytes.Length ? ranges : null;
    }

    /// <summary>Reads registers and offsets; false if there is no such location.</summary>
    private static bool TryReadPlace(ref NibbleReader reader, VariableLocation location, out FrameHome home)
    {
        home = default;
        if (location == VariableLocation.Stack)
            home = new((FrameBase)reader.U32(), reader.I32());
        else
            for (int i = 0; i < Numbers(location); i++)
                reader.U32();
        return Numbers(location) > 0;
    }

    private static int Numbers(VariableLocation location) => location switch
    {
        VariableLocation.Register or VariableLocation.RegisterByReference or VariableLocation.FloatRegister => 1,
        VariableLocation.FloatStack or VariableLocation.VarArg => 1,
        VariableLocation.Stack or VariableLocation.StackByReference or VariableLocation.TwoRegisters or VariableLocation.TwoStackSlots => 2,
        VariableLocation.RegisterAndStack or VariableLocation.StackAndRegister => 3,
        _ => 0,
    };
}
