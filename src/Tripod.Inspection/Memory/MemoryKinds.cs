namespace Tripod.Inspection.Memory;

/// <summary>
/// Tells which memory of a twin is not frozen. With W^X the runtime keeps its own structures (types, methods, the tables
/// in which they are looked up) and compiled code in a shared mapping, of which fork(2) makes no copy
/// (src/coreclr/minipal/Unix/doublemapping.cpp). Its tables are made for readers without a lock, as long as these read
/// in order: a page of it that was read before must not be believed again.
/// </summary>
internal sealed class MemoryKinds
{
    private const string SharedHeap = "/memfd:doublemapper";

    private readonly List<(ulong Start, ulong End, MemoryKind Kind)> _ranges = [];
    private (ulong Start, ulong End, MemoryKind Kind) _last;

    /// <summary>Takes the mappings of another twin.</summary>
    public void Set(List<MappedRange> map)
    {
        _ranges.Clear();
        _last = default;
        foreach (MappedRange range in map)
            if (KindOf(range) is var kind and not MemoryKind.Frozen)
                Add(range, kind);
    }

    /// <summary>What lies at an address.</summary>
    /// <param name="address">Any address.</param>
    /// <param name="end">Where something else may begin.</param>
    public MemoryKind Find(ulong address, out ulong end)
    {
        if (address < _last.Start || address >= _last.End)
            _last = Search(address);
        end = _last.End;
        return _last.Kind;
    }

    // What the target had reserved for itself alone when the twin was born may be mapped to the shared heap by now: what
    // is read in the shared heap leads there, and the twin does not have it.
    private static MemoryKind KindOf(in MappedRange range) =>
        range.IsShared && range.Path.StartsWith(SharedHeap, StringComparison.Ordinal) ? MemoryKind.Live
        : !range.IsShared && !range.IsAccessible && range.Path.Length == 0 ? MemoryKind.Reserved
        : MemoryKind.Frozen;

    private void Add(in MappedRange range, MemoryKind kind)
    {
        if (_ranges.Count > 0 && _ranges[^1] is var last && last.End == range.Start && last.Kind == kind)
            _ranges[^1] = last with { End = range.End };
        else
            _ranges.Add((range.Start, range.End, kind));
    }

    private (ulong, ulong, MemoryKind) Search(ulong address)
    {
        int low = 0, high = _ranges.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_ranges[middle].End <= address)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < _ranges.Count && _ranges[low].Start <= address)
            return _ranges[low];
        return (low > 0 ? _ranges[low - 1].End : 0, low < _ranges.Count ? _ranges[low].Start : ulong.MaxValue, MemoryKind.Frozen);
    }
}
