using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Proof;

/// <summary>Decides which calls are made, in an order that nobody foresees.</summary>
sealed class Walk(uint seed)
{
    private uint _seed = seed;

    /// <summary>Whether the call on a line is made this time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Go(int site)
    {
        _seed = _seed * 1664525 + 1013904223;
        return (_seed >> 16) % 100 < 50;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Spin(int site)
    {
        long sum = site;
        for (int i = 0; i < 400; i++)
            sum = sum * 31 + i;
        return sum & 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Sum(IEnumerable<int> numbers)
    {
        long sum = 0;
        foreach (int number in numbers)
            sum += number;
        return sum;
    }
}
