using System.Buffers.Binary;

namespace Tripod.Inspection.Memory;

/// <summary>The first bytes of a program or library: elf(5), 64-bit and little endian as on x64 and arm64.</summary>
/// <param name="Type">e_type, such as <see cref="ET_DYN"/>.</param>
/// <param name="Table">e_phoff: where the program headers begin.</param>
/// <param name="Count">e_phnum: how many there are.</param>
internal readonly record struct ElfHeader(ushort Type, ulong Table, int Count)
{
    /// <summary>Bytes of the header.</summary>
    public const int Size = 64;

    /// <summary>The <see cref="Type"/> of what may be placed anywhere.</summary>
    public const ushort ET_DYN = 3;

    private const uint Magic = 0x464C457F; // \x7f E L F
    private const byte ELFCLASS64 = 2, ELFDATA2LSB = 1;
    private const int MostEntries = 64; // linkers make about ten

    /// <summary>Bytes of the program headers.</summary>
    public int TableSize => Count * ElfSegment.Size;

    /// <summary>Reads the header; null if the bytes do not begin with one.</summary>
    public static ElfHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Size || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || bytes[4] != ELFCLASS64 || bytes[5] != ELFDATA2LSB)
            return null;
        int size = BinaryPrimitives.ReadUInt16LittleEndian(bytes[54..]), count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[56..]);
        return size == ElfSegment.Size && count is > 0 and <= MostEntries
            ? new ElfHeader(BinaryPrimitives.ReadUInt16LittleEndian(bytes[16..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes[32..]), count)
            : null;
    }

    /// <summary>Reads the program headers out of a file, or its beginning; empty if they do not lie within.</summary>
    public ElfSegment[] Segments(ReadOnlySpan<byte> file) => ElfSegment.ReadAll(ElfSegment.Slice(file, Table, (ulong)TableSize));
}
