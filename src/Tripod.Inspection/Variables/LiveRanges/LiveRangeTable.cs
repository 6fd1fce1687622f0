using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;

namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>The JIT's notes on one piece of compiled code, and which of them can be believed.</summary>
/// <remarks>
/// A variable that is stored to the frame as soon as it has its value is noted in the register that it had elsewhere in
/// the method, or was to have: the note is made before the JIT marks it as stored (genUpdateLifeStore of jit/codegen.h),
/// and holds until the variable moves. In the register is another variable by then, and where the variable is tells the
/// store, behind which the note begins.
/// </remarks>
internal sealed class LiveRangeTable
{
    private const uint MostBytes = 1 << 20; // some ten milliseconds

    private readonly LiveRange[] _ranges;
    private readonly Dictionary<uint, FrameStore> _stores;

    /// <param name="ranges">The notes.</param>
    /// <param name="stores">The code's stores to the frame by the offset at which they end.</param>
    public LiveRangeTable(LiveRange[] ranges, IReadOnlyDictionary<uint, FrameStore> stores)
    {
        _ranges = ranges;
        _stores = ranges.Select(range => range.Start).Distinct().Where(stores.ContainsKey).ToDictionary(start => start, start => stores[start]);
    }

    /// <summary>The notes; null if they, or the code, cannot be read.</summary>
    public static LiveRangeTable? TryRead(IDataReader reader, in CodeHeaderData code)
    {
        if (code.HotSize > MostBytes || DebugInfo.TryRead(reader, code) is not { } ranges)
            return null;
        var bytes = new byte[code.HotSize];
        return reader.Read(code.Start, bytes) == bytes.Length && FrameStores.Find(bytes) is { } stores ? new LiveRangeTable(ranges, stores) : null;
    }

    /// <summary>Whether a variable is in a general register where the DAC says so.</summary>
    /// <param name="variable">Its number, as in <see cref="LiveRange.Variable"/>.</param>
    /// <param name="offset">Where in the code.</param>
    public bool IsInRegister(int variable, uint offset) =>
        Find(variable, offset) is { Location: VariableLocation.Register } range && !TryGetStore(range, out _);

    /// <summary>Where a variable was stored that is noted in a register; null if it was not, or it cannot be told.</summary>
    /// <param name="variable">Its number, as in <see cref="LiveRange.Variable"/>.</param>
    /// <param name="offset">Where in the code.</param>
    public FrameStore? FindStore(int variable, uint offset) =>
        Find(variable, offset) is { IsRegister: true } range && TryGetStore(range, out var store) && IsOwnHome(range, store.Home) ? store : null;

    /// <summary>The only note that may hold: the DAC takes the first byte behind one for a part of it.</summary>
    private LiveRange? Find(int variable, uint offset)
    {
        LiveRange? found = null;
        foreach (var range in _ranges)
        {
            if (range.Variable != variable || range.Start > offset || range.End < offset)
                continue;
            if (found is not null || range.End == offset)
                return null;
            found = range;
        }
        return found;
    }

    private bool TryGetStore(LiveRange range, out FrameStore store) => _stores.TryGetValue(range.Start, out store) && !IsHandedIn(range);

    /// <summary>The place that an argument has from the end of the prolog on, which ends with stores of other arguments.</summary>
    private bool IsHandedIn(LiveRange range) => Array.Exists(_ranges, other => other.Variable == range.Variable && other.Start == 0 && other.End == range.Start);

    /// <summary>No other variable is ever there, or begins behind the same store, and this one is nowhere else on the stack.</summary>
    private bool IsOwnHome(LiveRange range, FrameHome home) => Array.TrueForAll(_ranges, other => other.Variable == range.Variable
        ? other.Home.Base is FrameBase.None || other.Home == home
        : other.Home != home && (other.Start != range.Start || !other.IsRegister));
}
