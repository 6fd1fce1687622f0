namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>
/// Numbers of four bits, the lower half of a byte first; the top bit says that more bits of the same number follow
/// (NibbleReader of inc/nibblestream.h). Past the end it gives zeros and remembers that it failed.
/// </summary>
internal ref struct NibbleReader(ReadOnlySpan<byte> bytes)
{
    private const int MostNibbles = 11; // of 32 bits, three a nibble

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>Something was read that is not there, or is no number of 32 bits.</summary>
    public bool Failed { get; private set; }

    /// <summary>Whole bytes up to here: what follows begins at a byte.</summary>
    public readonly int Bytes => (_position + 1) / 2;

    public uint U32()
    {
        ulong value = 0;
        for (int i = 0; i < MostNibbles; i++)
        {
            int nibble = Next();
            value = value << 3 | (uint)nibble & 7;
            if ((nibble & 8) != 0)
                continue;
            Failed |= value > uint.MaxValue;
            return (uint)value;
        }
        Failed = true;
        return 0;
    }

    /// <summary>With the sign in the lowest bit.</summary>
    public int I32()
    {
        uint value = U32();
        return (value & 1) == 0 ? (int)(value >> 1) : -(int)(value >> 1);
    }

    private int Next()
    {
        int index = _position / 2;
        if (index >= _bytes.Length)
        {
            Failed = true;
            return 0;
        }
        int nibble = _bytes[index] >> (_position % 2 * 4) & 15;
        _position++;
        return nibble;
    }
}
