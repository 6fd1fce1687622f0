using System.Buffers.Binary;

namespace Tripod.Inspection.Dac;

/// <summary>The id that a linker gave to a library: elf(5), a note of type NT_GNU_BUILD_ID; 64-bit and little endian.</summary>
internal static class BuildId
{
    private const uint PT_NOTE = 4;
    private const uint NT_GNU_BUILD_ID = 3;
    private const int HeaderSize = 64, ProgramHeaderSize = 56, NoteHeaderSize = 12;
    private const int MostBytes = 64 * 1024; // linkers put program headers and notes first

    /// <summary>The id of a file; empty if it has none or cannot be read.</summary>
    public static byte[] Of(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var head = new byte[MostBytes];
            return Find(head.AsSpan(0, RandomAccess.Read(file, head, 0)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static byte[] Find(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderSize || !file.StartsWith("\x7f"u8) || !file[1..].StartsWith("ELF"u8))
            return [];
        ulong headers = BinaryPrimitives.ReadUInt64LittleEndian(file[32..]);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(file[56..]);
        for (int i = 0; i < count && Slice(file, headers + (ulong)(i * ProgramHeaderSize), ProgramHeaderSize) is { Length: > 0 } header; i++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != PT_NOTE)
                continue;
            ulong offset = BinaryPrimitives.ReadUInt64LittleEndian(header[8..]), size = BinaryPrimitives.ReadUInt64LittleEndian(header[32..]);
            if (InNotes(Slice(file, offset, size)) is { Length: > 0 } id)
                return id;
        }
        return [];
    }

    /// <summary>Each note is the sizes of its name and content, its type, and both, padded to four bytes.</summary>
    private static byte[] InNotes(ReadOnlySpan<byte> notes)
    {
        while (notes.Length >= NoteHeaderSize)
        {
            uint name = BinaryPrimitives.ReadUInt32LittleEndian(notes), content = BinaryPrimitives.ReadUInt32LittleEndian(notes[4..]);
            uint type = BinaryPrimitives.ReadUInt32LittleEndian(notes[8..]);
            ulong start = NoteHeaderSize + Padded(name);
            if (type == NT_GNU_BUILD_ID && notes[NoteHeaderSize..].StartsWith("GNU\0"u8))
                return Slice(notes, start, content).ToArray();
            notes = Slice(notes, start + Padded(content), (ulong)notes.Length - Math.Min((ulong)notes.Length, start + Padded(content)));
        }
        return [];
    }

    private static ulong Padded(uint size) => ((ulong)size + 3) & ~3ul;

    /// <summary>Empty if it does not lie within.</summary>
    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> bytes, ulong start, ulong length) =>
        start <= (ulong)bytes.Length && length <= (ulong)bytes.Length - start ? bytes.Slice((int)start, (int)length) : default;
}
