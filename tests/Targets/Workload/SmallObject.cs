namespace Workload;

/// <summary>A link of a list: 48 bytes with the string's 32 make 80.</summary>
internal sealed class SmallObject
{
    private const int Bytes = 48 + 32;

    internal SmallObject? Next { get; private init; }

    internal required string Name { get; init; }

    internal long Number { get; private init; }

    internal long Left { get; private init; }

    /// <summary>A list of so many megabytes; null for none.</summary>
    internal static SmallObject? Fill(int megabytes)
    {
        SmallObject? list = null;
        for (long left = (long)megabytes << 20; left > 0; left -= Bytes)
            list = new SmallObject { Next = list, Name = new string('x', 5), Number = left / Bytes, Left = left };
        return list;
    }
}
