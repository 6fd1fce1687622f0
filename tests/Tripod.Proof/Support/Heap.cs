using System;

namespace Proof;

/// <summary>So many small objects, linked in no order, that a collection that moves them lasts.</summary>
sealed class Heap
{
    private const int Size = 200_000, Changed = Size / 5;

    private readonly Node[] _nodes = new Node[Size];
    private readonly Random _random = new(1);

    public Heap()
    {
        for (int i = 0; i < Size; i++)
            _nodes[i] = New();
    }

    /// <summary>Makes holes, and moves what lies behind them; or, in the background, leaves it where it is.</summary>
    public void Collect(bool isInBackground)
    {
        for (int i = 0; i < Changed; i++)
            _nodes[_random.Next(Size)] = New();
        GC.Collect(2, GCCollectionMode.Forced, blocking: !isInBackground, compacting: !isInBackground);
    }

    // the chain stays short: what was replaced is held by few
    private Node New() => new() { Next = _nodes[_random.Next(Size)] is { Next: null } next ? next : null };

    private sealed class Node
    {
        public Node? Next;
        public long Filler;
    }
}
