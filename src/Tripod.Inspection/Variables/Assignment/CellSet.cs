namespace Tripod.Inspection.Variables.Assignment;

/// <summary>What may and what must have been assigned before an instruction: two bits for each cell.</summary>
internal sealed class CellSet
{
    private const int Bits = 64;

    private readonly ulong[] _may, _must;

    public CellSet(int cells)
    {
        _may = new ulong[(cells + Bits - 1) / Bits];
        _must = new ulong[_may.Length];
    }

    private CellSet(CellSet other)
    {
        _may = [.. other._may];
        _must = [.. other._must];
    }

    public CellSet Copy() => new(this);

    public Assigned this[int cell] =>
        (_must[cell / Bits] >> cell % Bits & 1) != 0 ? Assigned.Yes
        : (_may[cell / Bits] >> cell % Bits & 1) != 0 ? Assigned.Perhaps
        : Assigned.No;

    public void Assign(int cell)
    {
        _may[cell / Bits] |= 1UL << cell % Bits;
        _must[cell / Bits] |= 1UL << cell % Bits;
    }

    public void Clear(int cell)
    {
        _may[cell / Bits] &= ~(1UL << cell % Bits);
        _must[cell / Bits] &= ~(1UL << cell % Bits);
    }

    /// <summary>What was assigned may be lost.</summary>
    public void Doubt(int cell) => _must[cell / Bits] &= ~(1UL << cell % Bits);

    /// <summary>Another way leads here; whether that changed anything.</summary>
    public bool Join(CellSet other)
    {
        bool changed = false;
        for (int i = 0; i < _may.Length; i++)
        {
            ulong may = _may[i] | other._may[i], must = _must[i] & other._must[i];
            changed |= may != _may[i] || must != _must[i];
            (_may[i], _must[i]) = (may, must);
        }
        return changed;
    }

    /// <summary>What was assigned in another piece of code that runs in between is assigned too.</summary>
    public void Add(CellSet between)
    {
        for (int i = 0; i < _may.Length; i++)
        {
            _may[i] |= between._may[i];
            _must[i] |= between._must[i];
        }
    }
}
