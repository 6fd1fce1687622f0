using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Proof;

/// <summary>Decides which calls are made, in an order that nobody foresees.</summary>
sealed class Walk(uint seed)
{
    private const int LeastPause = 200, MostPause = 600;

    private uint _seed = seed;
    private long _nextStay;

    /// <summary>Whether the call on a line is made this time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Go(int site) => Next() % 100 < 50;

    /// <summary>Now and then a known point: writes the stack trace down, and stays there.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Mark(int site)
    {
        if (Environment.TickCount64 < _nextStay)
            return 0;
        KnownPoint.Keep(site, spins: Next() % 3 == 0);
        _nextStay = Environment.TickCount64 + LeastPause + Next() % (MostPause - LeastPause);
        return 0;
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

    private uint Next()
    {
        _seed = _seed * 1664525 + 1013904223;
        return _seed >> 16;
    }
}
