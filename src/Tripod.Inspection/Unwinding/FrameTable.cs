using System.Buffers.Binary;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Unwinding;

/// <summary>
/// The sorted table of a library's functions in .eh_frame_hdr (LSB 5.0, 10.6.2). Linkers write one form of it alone:
/// pairs of four signed bytes each, counted from the table's header.
/// </summary>
/// <param name="Header">Address of the header.</param>
/// <param name="First">Address of the first pair.</param>
/// <param name="Count">Number of pairs.</param>
internal readonly record struct FrameTable(ulong Header, ulong First, uint Count)
{
    private const int HeaderBytes = 32;
    private const byte FourSignedBytesFromHeader = 0x3B;
    private const uint MostFunctions = 10_000_000;

    /// <summary>Reads the header; null if it has another form.</summary>
    public static FrameTable? TryRead(TwinReader reader, ulong header)
    {
        Span<byte> bytes = stackalloc byte[HeaderBytes];
        if (reader.Read(header, bytes) != bytes.Length)
            return null;
        var cursor = new ByteCursor(bytes, header);
        byte version = cursor.U8(), framesEncoding = cursor.U8(), countEncoding = cursor.U8(), tableEncoding = cursor.U8();
        _ = cursor.Pointer(framesEncoding, header);
        ulong count = cursor.Pointer(countEncoding, header);
        bool isKnown = version == 1 && tableEncoding == FourSignedBytesFromHeader && count is > 0 and < MostFunctions && !cursor.Failed;
        return isKnown ? new FrameTable(header, cursor.Address, (uint)count) : null;
    }

    /// <summary>The data of the function that holds an address; null if there are none.</summary>
    public FrameDescription? Find(TwinReader reader, ulong address)
    {
        uint low = 0, high = Count;
        while (low < high)
        {
            uint middle = low + (high - low) / 2;
            if (!TryReadPair(reader, middle, out ulong start, out _))
                return null;
            if (start <= address)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == 0 || !TryReadPair(reader, low - 1, out _, out ulong description))
            return null;
        return FrameDescription.TryRead(reader, description) is { } found && address >= found.Start && address < found.End ? found : null;
    }

    private bool TryReadPair(TwinReader reader, uint index, out ulong start, out ulong description)
    {
        Span<byte> pair = stackalloc byte[2 * sizeof(int)];
        bool isRead = reader.Read(First + (ulong)(index * (long)pair.Length), pair) == pair.Length;
        start = Header + (ulong)BinaryPrimitives.ReadInt32LittleEndian(pair);
        description = Header + (ulong)BinaryPrimitives.ReadInt32LittleEndian(pair[sizeof(int)..]);
        return isRead;
    }
}
