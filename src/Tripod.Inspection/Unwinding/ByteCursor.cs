using System.Buffers.Binary;

namespace Tripod.Inspection.Unwinding;

/// <summary>
/// Reads unwind data byte for byte. Past the end it gives zeros and remembers that it failed, so that a reader checks
/// once, when it has read all it wanted.
/// </summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes, ulong address)
{
    // encodings of pointers: LSB 5.0, 10.5.1 "DWARF Exception Header Encoding"
    private const byte Omitted = 0xFF;
    private const byte FormatMask = 0x0F, RelationMask = 0x70, Indirect = 0x80;
    private const byte Absolute = 0x00, ToHere = 0x10, ToData = 0x30;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly ulong _address = address;
    private int _position;

    /// <summary>Something was read that is not there, or in a form that is not known.</summary>
    public bool Failed { get; private set; }

    public readonly bool AtEnd => _position >= _bytes.Length;

    /// <summary>Where the next byte lies in the target.</summary>
    public readonly ulong Address => _address + (ulong)_position;

    public byte U8() => Take(1) is { Length: 1 } bytes ? bytes[0] : (byte)0;

    public ushort U16() => Take(2) is { Length: 2 } bytes ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : (ushort)0;

    public uint U32() => Take(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : 0;

    public ulong U64() => Take(8) is { Length: 8 } bytes ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : 0;

    /// <summary>Unsigned LEB128 (DWARF 5, 7.6).</summary>
    public ulong Uleb() => Leb(out _);

    /// <summary>Signed LEB128 (DWARF 5, 7.6).</summary>
    public long Sleb()
    {
        ulong value = Leb(out int bits);
        bool isNegative = bits is > 0 and < 64 && (value >> (bits - 1) & 1) != 0;
        return (long)(isNegative ? value | ulong.MaxValue << bits : value);
    }

    /// <summary>A pointer in one of the encodings of LSB 5.0, 10.5.1; 0 if it is left out.</summary>
    /// <param name="encoding">How it is written.</param>
    /// <param name="data">What <c>datarel</c> counts from.</param>
    public ulong Pointer(byte encoding, ulong data = 0)
    {
        if (encoding == Omitted)
            return 0;
        ulong here = Address;
        ulong value = Number((byte)(encoding & FormatMask));
        switch (encoding & RelationMask)
        {
            case Absolute:
                break;
            case ToHere:
                value += here;
                break;
            case ToData:
                value += data;
                break;
            default:
                Failed = true;
                break;
        }
        return (encoding & Indirect) == 0 ? value : 0; // only personality routines are indirect, and nobody wants them
    }

    /// <summary>A number in one of the formats of LSB 5.0, 10.5.1.</summary>
    public ulong Number(byte format)
    {
        switch (format)
        {
            case 0x00 or 0x04 or 0x0C:
                return U64();
            case 0x01:
                return Uleb();
            case 0x02:
                return U16();
            case 0x03:
                return U32();
            case 0x09:
                return (ulong)Sleb();
            case 0x0A:
                return (ulong)(short)U16();
            case 0x0B:
                return (ulong)(int)U32();
            default:
                Failed = true;
                return 0;
        }
    }

    /// <summary>The next bytes; empty if there are not as many.</summary>
    public ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)(_bytes.Length - _position))
        {
            Failed = true;
            _position = _bytes.Length;
            return [];
        }
        _position += (int)count;
        return _bytes.Slice(_position - (int)count, (int)count);
    }

    /// <summary>Goes on, or back.</summary>
    public void Move(int offset)
    {
        Failed |= offset < -_position || offset > _bytes.Length - _position;
        _position = Math.Clamp(_position + offset, 0, _bytes.Length);
    }

    /// <summary>All that is left.</summary>
    public ReadOnlySpan<byte> Rest() => Take((ulong)(_bytes.Length - _position));

    private ulong Leb(out int bits)
    {
        ulong value = 0;
        bits = 0;
        for (byte next = 0x80; (next & 0x80) != 0 && !Failed; bits += 7)
        {
            next = U8();
            if (bits < 64)
                value |= (ulong)(next & 0x7F) << bits;
        }
        return value;
    }
}
