using System.Buffers.Binary;

namespace Tripod.Inspection.Memory;

/// <summary>Tells shared libraries from programs, elf(5).</summary>
public static class ElfFile
{
    private const ulong DT_FLAGS_1 = 0x6ffffffb;
    private const ulong DF_1_PIE = 0x08000000;

    /// <summary>
    /// Whether a file is a library: it can be placed anywhere, names no interpreter to load it, and is not marked as a
    /// program that loads itself.
    /// </summary>
    public static bool IsLibrary(ReadOnlySpan<byte> image)
    {
        if (ElfHeader.Read(image) is not { Type: ElfHeader.ET_DYN } header || header.Segments(image) is not { Length: > 0 } segments)
            return false;
        return Array.TrueForAll(segments, segment => segment.Type != ElfSegment.PT_INTERP) &&
            !IsMarkedAsProgram(Array.Find(segments, segment => segment.Type == ElfSegment.PT_DYNAMIC).In(image));
    }

    private static bool IsMarkedAsProgram(ReadOnlySpan<byte> dynamic)
    {
        for (; dynamic.Length >= 16; dynamic = dynamic[16..])
            if (BinaryPrimitives.ReadUInt64LittleEndian(dynamic) == DT_FLAGS_1)
                return (BinaryPrimitives.ReadUInt64LittleEndian(dynamic[8..]) & DF_1_PIE) != 0;
        return false;
    }
}
