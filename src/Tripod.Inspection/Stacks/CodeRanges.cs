using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Stacks;

/// <summary>Where compiled code may lie: executable memory outside shared libraries.</summary>
internal sealed class CodeRanges(TwinReader reader)
{
    private List<MappedRange>? _ranges;

    /// <summary>Forgets the map of the last sample.</summary>
    public void BeginSample() => _ranges = null;

    /// <summary>Whether an address lies in code that was compiled, ahead of time or just in time, or in a stub of the runtime.</summary>
    public bool Contains(ulong address)
    {
        _ranges ??= [.. reader.ReadMap().Where(range => range.IsExecutable && !range.Path.Contains(".so", StringComparison.Ordinal))];
        int low = 0, high = _ranges.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (address < _ranges[middle].Start)
                high = middle - 1;
            else if (address >= _ranges[middle].End)
                low = middle + 1;
            else
                return true;
        }
        return false;
    }
}
