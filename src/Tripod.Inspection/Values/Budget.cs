using Tripod.Samples;

namespace Tripod.Inspection.Values;

/// <summary>What one variable may still show, and the way from it to the object that is being read.</summary>
internal sealed class Budget(Limits limits)
{
    private readonly List<ulong> _path = [];
    private int _nodes = limits.Nodes;
    private int _internals;

    /// <summary>The limits that it was made of.</summary>
    public Limits Limits => limits;

    /// <summary>Levels of objects that may still be opened.</summary>
    public int Depth => limits.Depth - _path.Count;

    /// <summary>Nothing more may be shown.</summary>
    public bool IsSpent => _nodes <= 0;

    /// <summary>Counts one node.</summary>
    public void Spend() => _nodes--;

    /// <summary>Whether the object is already open further out.</summary>
    public bool IsOpen(ulong address) => address != 0 && _path.Contains(address);

    /// <summary>Opens an object, or a struct within one (address 0).</summary>
    public void Open(ulong address) => _path.Add(address);

    /// <summary>Closes what was opened last.</summary>
    public void Close() => _path.RemoveAt(_path.Count - 1);

    /// <summary>
    /// Whether an object of the framework is open by its fields. They are not the author's, and what they lead to says
    /// less and less: one level of them is shown.
    /// </summary>
    public bool IsInsideInternals => _internals > 0;

    /// <summary>Opens the fields of an object of the framework.</summary>
    public void OpenInternals() => _internals++;

    /// <summary>Closes them.</summary>
    public void CloseInternals() => _internals--;
}
