using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace Proof;

/// <summary>Decides which calls are made, in an order that nobody foresees.</summary>
sealed class Walk(uint seed)
{
    private const int LeastPause = 200, MostPause = 600;

    [ThreadStatic] private static Walk? _ofThread;
    [ThreadStatic] private static Walk? _current;

    private uint _seed = seed;
    private long _nextStay;

    /// <summary>The walk that has told last on this thread what it calls.</summary>
    public static Walk Current => _current!;

    /// <summary>The line that it has told.</summary>
    public int Site { get; private set; }

    /// <summary>A walk for what the runtime calls.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Walk OfThread() => _ofThread ??= new Walk((uint)Environment.CurrentManagedThreadId);

    /// <summary>Tells a method without parameters where it is called; gives back the id that it is given.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int At(int site, int id)
    {
        _current = this;
        Site = site;
        return id;
    }

    /// <summary>The next known point is one to stay at.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Hurry() => _nextStay = 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public uint Pick(int site) => Next() % 8;

    /// <summary>A filter.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Pass(int site)
    {
        Mark(site);
        return true;
    }

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

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<long> SumLater(IAsyncEnumerable<int> numbers)
    {
        long sum = 0;
        await foreach (int number in numbers)
            sum += number;
        return sum;
    }

    private uint Next()
    {
        _seed = _seed * 1664525 + 1013904223;
        return _seed >> 16;
    }
}
