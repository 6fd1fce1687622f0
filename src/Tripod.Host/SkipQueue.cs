namespace Tripod.Host;

/// <summary>What the next collector has to be told, in order, in bounded memory.</summary>
internal sealed class SkipQueue
{
    /// <summary>Entries at most.</summary>
    public const int Capacity = 64;

    private readonly Skip[] _skips = new Skip[Capacity];
    private int _count;

    /// <summary>How many entries wait.</summary>
    public int Count => _count;

    /// <summary>
    /// Adds a skipped tick: to the last entry if that has the same reason; if there is no room, to the latest that has,
    /// so that the numbers stay right though the order is lost.
    /// </summary>
    public void Add(in Skip skip)
    {
        int same = _count < Capacity ? _count - 1 : LastWith(skip);
        if (same >= 0 && IsSame(_skips[same], skip))
            _skips[same] = _skips[same] with { Count = _skips[same].Count + skip.Count };
        else if (_count < Capacity)
            _skips[_count++] = skip;
    }

    /// <summary>The oldest; it stays until <see cref="Remove"/>.</summary>
    public bool TryPeek(out Skip skip)
    {
        skip = _skips[0];
        return _count > 0;
    }

    /// <summary>Removes the oldest.</summary>
    public void Remove()
    {
        _count--;
        Array.Copy(_skips, 1, _skips, 0, _count);
    }

    private int LastWith(in Skip skip)
    {
        int i = _count - 1;
        while (i >= 0 && !IsSame(_skips[i], skip))
            i--;
        return i;
    }

    private static bool IsSame(in Skip a, in Skip b) => a.Reason == b.Reason && a.Error == b.Error;
}
