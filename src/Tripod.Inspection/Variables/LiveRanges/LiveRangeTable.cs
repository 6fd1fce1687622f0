using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;

namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>The JIT's notes on one piece of compiled code, and which of them can be believed.</summary>
internal sealed class LiveRangeTable
{
    private readonly LiveRange[] _ranges;
    private readonly byte[] _code;

    private LiveRangeTable(ulong start, LiveRange[] ranges, byte[] code) => (Start, _ranges, _code) = (start, ranges, code);

    /// <summary>Address of the first instruction.</summary>
    public ulong Start { get; }

    /// <summary>The notes; null if they, or the code, cannot be read.</summary>
    public static LiveRangeTable? TryRead(IDataReader reader, in CodeHeaderData code)
    {
        if (DebugInfo.TryRead(reader, code) is not { } ranges)
            return null;
        var bytes = new byte[code.HotSize];
        return reader.Read(code.Start, bytes) == bytes.Length ? new LiveRangeTable(code.Start, ranges, bytes) : null;
    }

    /// <summary>
    /// Whether a variable is in a register where the DAC says so. A variable that is stored to the frame as soon as it
    /// has its value is noted in the register that it had elsewhere in the method, or was to have
    /// (genUpdateLifeStore of jit/codegen.h): another variable's. Such a note begins right behind the store. The DAC takes
    /// the end of a note for a part of it, so that it may have taken an earlier one.
    /// </summary>
    /// <param name="variable">Its number, as in <see cref="LiveRange.Variable"/>.</param>
    /// <param name="offset">Where in the code.</param>
    public bool IsInRegister(int variable, uint offset)
    {
        LiveRange? found = null;
        foreach (var range in _ranges)
        {
            if (range.Variable != variable || range.Start > offset || range.End < offset)
                continue;
            if (found is not null || !range.IsRegister || range.End == offset)
                return false;
            found = range;
        }
        return found is { } note && (IsHandedIn(note) || !FrameStore.MayEnd(_code.AsSpan(0, (int)note.Start)));
    }

    /// <summary>The place that an argument has from the end of the prolog on, which ends with stores of other arguments.</summary>
    private bool IsHandedIn(LiveRange note) => Array.Exists(_ranges, range => range.Variable == note.Variable && range.Start == 0 && range.End == note.Start);
}
