using System.Buffers.Binary;
using Microsoft.Diagnostics.Runtime;

namespace Tripod.Inspection.Symbols;

/// <summary>Reads from the target's memory just enough of a module's metadata to know which compilation it is (ECMA-335 II.24.2).</summary>
internal static class TargetMetadata
{
    private const uint Magic = 0x424A5342; // "BSJB"
    private const int MostVersionLength = 255;
    private const int MostStreams = 16;
    private const int HeaderSize = 16;

    /// <summary>The module's MVID; false if the memory is not readable metadata.</summary>
    public static bool TryReadMvid(IDataReader reader, ulong metadata, out Guid mvid)
    {
        mvid = default;
        Span<byte> header = stackalloc byte[HeaderSize];
        if (metadata == 0 || !TryRead(reader, metadata, header) || BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic)
            return false;
        uint versionLength = BinaryPrimitives.ReadUInt32LittleEndian(header[12..]);
        return versionLength <= MostVersionLength
            && TryFindGuids(reader, metadata + HeaderSize + versionLength, out uint offset)
            && reader.Read(metadata + offset, out mvid); // every compiler puts the MVID first into the #GUID heap
    }

    private static bool TryFindGuids(IDataReader reader, ulong flagsAndCount, out uint offset)
    {
        Span<byte> header = stackalloc byte[sizeof(uint) * 2 + 8];
        offset = 0;
        if (!TryRead(reader, flagsAndCount, header[..4]))
            return false;
        int streams = BinaryPrimitives.ReadUInt16LittleEndian(header[2..]);
        ulong address = flagsAndCount + 4;
        for (int i = 0; i < Math.Min(streams, MostStreams); i++)
        {
            if (!TryRead(reader, address, header))
                return false;
            ReadOnlySpan<byte> name = header[8..];
            if (name.StartsWith("#GUID\0"u8))
            {
                offset = BinaryPrimitives.ReadUInt32LittleEndian(header);
                return true;
            }
            // a name is padded with zeros to a multiple of four; all that are defined fit into eight, but for "#Strings"
            int length = name.IndexOf((byte)0);
            address += (ulong)(8 + (length < 0 ? 12 : (length + 4) / 4 * 4));
        }
        return false;
    }

    private static bool TryRead(IDataReader reader, ulong address, Span<byte> bytes) => reader.Read(address, bytes) == bytes.Length;
}
