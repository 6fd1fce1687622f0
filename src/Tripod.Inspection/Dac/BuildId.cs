using System.Buffers.Binary;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Dac;

/// <summary>The id that a linker gave to a library: a note of type NT_GNU_BUILD_ID, elf(5).</summary>
internal static class BuildId
{
    private const uint NT_GNU_BUILD_ID = 3;
    private const int NoteHeaderSize = 12;
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
        foreach (var segment in ElfHeader.Read(file)?.Segments(file) ?? [])
            if (segment.Type == ElfSegment.PT_NOTE && InNotes(segment.In(file)) is { Length: > 0 } id)
                return id;
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
                return ElfSegment.Slice(notes, start, content).ToArray();
            notes = ElfSegment.Slice(notes, start + Padded(content), (ulong)notes.Length - Math.Min((ulong)notes.Length, start + Padded(content)));
        }
        return [];
    }

    private static ulong Padded(uint size) => ((ulong)size + 3) & ~3ul;
}
