namespace Tripod.Inspection.Unwinding;

/// <summary>The registers of a frame by their numbers in DWARF. Each is known or it is not.</summary>
/// <param name="count">Number of registers.</param>
internal sealed class Registers(int count)
{
    private readonly ulong[] _values = new ulong[count];
    private ulong _known;

    /// <summary>The instruction pointer.</summary>
    public ulong Ip { get; set; }

    /// <summary>The instruction pointer stands at an instruction, not behind a call.</summary>
    public bool IsExact { get; set; }

    public bool TryGet(int register, out ulong value)
    {
        bool isKnown = (uint)register < (uint)_values.Length && (_known >> register & 1) != 0;
        value = isKnown ? _values[register] : 0;
        return isKnown;
    }

    public void Set(int register, ulong value)
    {
        _values[register] = value;
        _known |= 1UL << register;
    }

    /// <summary>From here on no register is known.</summary>
    public void Clear() => _known = 0;

    /// <summary>Takes values, and what is known of them, from other registers.</summary>
    public void CopyFrom(Registers other)
    {
        other._values.CopyTo(_values, 0);
        _known = other._known;
    }
}
