namespace Tripod.Log.Bounds;

/// <summary>The bytes that one sample may still take in the log.</summary>
internal sealed class Room(long bytes)
{
    public long Left { get; private set; } = bytes;

    /// <summary>Takes bytes if there are as many.</summary>
    public bool TryTake(long size)
    {
        if (size > Left)
            return false;
        Left -= size;
        return true;
    }

    /// <summary>Takes bytes for what must not be missing.</summary>
    public void Take(long size) => Left -= size;

    /// <summary>The first of the parts, as many as there is room for one after the other.</summary>
    public IReadOnlyList<T> Fit<T>(IReadOnlyList<T> parts, Func<T, long> size)
    {
        int count = 0;
        while (count < parts.Count && TryTake(size(parts[count])))
            count++;
        return count == parts.Count ? parts : [.. parts.Take(count)];
    }
}
