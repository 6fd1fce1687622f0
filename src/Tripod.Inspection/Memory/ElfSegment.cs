using System.Buffers.Binary;

namespace Tripod.Inspection.Memory;

/// <summary>A program header, elf(5): a part of a file, and where it is placed in memory.</summary>
/// <param name="Type">p_type, one of the constants.</param>
/// <param name="Flags">p_flags, such as <see cref="PF_X"/>.</param>
/// <param name="Offset">p_offset: where it begins in the file.</param>
/// <param name="Address">p_vaddr: where it begins in memory, counted from where the file is placed.</param>
/// <param name="FileSize">p_filesz: bytes in the file.</param>
/// <param name="MemorySize">p_memsz: bytes in memory.</param>
internal readonly record struct ElfSegment(uint Type, uint Flags, ulong Offset, ulong Address, ulong FileSize, ulong MemorySize)
{
    /// <summary>Bytes of a program header.</summary>
    public const int Size = 56;

    /// <summary>It is mapped.</summary>
    public const uint PT_LOAD = 1;

    /// <summary>What the dynamic linker needs.</summary>
    public const uint PT_DYNAMIC = 2;

    /// <summary>Path of the program that loads this one.</summary>
    public const uint PT_INTERP = 3;

    /// <summary>Notes, the build id among them.</summary>
    public const uint PT_NOTE = 4;

    /// <summary>The table that leads to the unwind data.</summary>
    public const uint PT_GNU_EH_FRAME = 0x6474E550;

    /// <summary>It may be executed.</summary>
    public const uint PF_X = 1;

    /// <summary>Reads program headers that lie one behind the other.</summary>
    public static ElfSegment[] ReadAll(ReadOnlySpan<byte> table)
    {
        var segments = new ElfSegment[table.Length / Size];
        for (int i = 0; i < segments.Length; i++)
            segments[i] = Read(table[(i * Size)..]);
        return segments;
    }

    /// <summary>Its bytes in a file, or the file's beginning; empty if they do not lie within.</summary>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> file) => Slice(file, Offset, FileSize);

    /// <summary>Empty if it does not lie within.</summary>
    public static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> bytes, ulong start, ulong length) =>
        start <= (ulong)bytes.Length && length <= (ulong)bytes.Length - start ? bytes.Slice((int)start, (int)length) : default;

    // p_type p_flags p_offset p_vaddr p_paddr p_filesz p_memsz p_align
    private static ElfSegment Read(ReadOnlySpan<byte> entry) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(entry), BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]),
        BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]), BinaryPrimitives.ReadUInt64LittleEndian(entry[16..]),
        BinaryPrimitives.ReadUInt64LittleEndian(entry[32..]), BinaryPrimitives.ReadUInt64LittleEndian(entry[40..]));
}
