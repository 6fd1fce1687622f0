using System.Buffers.Binary;
using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Unwinding;

/// <summary>
/// A shared library as it lies in the target's memory: where its code and its unwind data are. Layout of the headers:
/// ELF-64, elf(5).
/// </summary>
internal sealed class ElfImage
{
    private const int HeaderBytes = 64;
    private const int EntryBytes = 56;
    private const int MostEntries = 64;
    private const int MostNoteBytes = 1024;
    private const uint Magic = 0x464C457F; // \x7f E L F
    private const byte ELFCLASS64 = 2, ELFDATA2LSB = 1;
    private const uint PT_LOAD = 1, PT_NOTE = 4, PT_GNU_EH_FRAME = 0x6474E550;
    private const uint PF_X = 1;
    private const ulong PageSize = 4096; // the least that is mapped

    private readonly ulong _address;
    private readonly byte[] _entries;
    private ulong _bias;

    private ElfImage(ulong address, byte[] entries)
    {
        _address = address;
        _entries = entries;
    }

    /// <summary>First address of its code.</summary>
    public ulong CodeStart { get; private set; } = ulong.MaxValue;

    /// <summary>First address behind its code.</summary>
    public ulong CodeEnd { get; private set; }

    /// <summary>Address of .eh_frame_hdr; 0 if it has none.</summary>
    public ulong FrameTable { get; private set; }

    /// <summary>The program headers and the notes, the build-id among them: another library has others.</summary>
    private byte[] Identity { get; set; } = [];

    /// <summary>Reads the headers; null if no library begins at the address.</summary>
    public static ElfImage? TryRead(TwinReader reader, ulong address)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (reader.Read(address, header) != HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic
            || header[4] != ELFCLASS64 || header[5] != ELFDATA2LSB)
            return null;
        ulong first = BinaryPrimitives.ReadUInt64LittleEndian(header[32..]); // e_phoff
        int size = BinaryPrimitives.ReadUInt16LittleEndian(header[54..]), count = BinaryPrimitives.ReadUInt16LittleEndian(header[56..]);
        if (size != EntryBytes || count is 0 or > MostEntries)
            return null;
        byte[] entries = new byte[count * EntryBytes];
        if (reader.Read(address + first, entries) != entries.Length)
            return null;
        var image = new ElfImage(address, entries);
        image.ReadEntries(reader);
        return image.CodeEnd > image.CodeStart ? image : null;
    }

    /// <summary>Whether the same library lies at its address in the twin that is read now.</summary>
    public bool IsStillThere(TwinReader reader) => TryRead(reader, _address) is { } now && now.Identity.AsSpan().SequenceEqual(Identity);

    private void ReadEntries(TwinReader reader)
    {
        List<byte> identity = [.. _entries];
        _bias = _address;
        for (int i = 0; i < _entries.Length; i += EntryBytes)
        {
            var (type, flags, offset, start, size) = Entry(i);
            if (type == PT_LOAD && offset == 0)
                _bias = _address - start; // the whole address but in programs that are never moved
            if (type == PT_LOAD && (flags & PF_X) != 0)
                (CodeStart, CodeEnd) = (Math.Min(CodeStart, _bias + start & ~(PageSize - 1)), Math.Max(CodeEnd, _bias + start + size));
            if (type == PT_GNU_EH_FRAME)
                FrameTable = _bias + start;
            if (type == PT_NOTE)
                identity.AddRange(ReadNote(reader, _bias + start, size));
        }
        Identity = [.. identity];
    }

    private static byte[] ReadNote(TwinReader reader, ulong address, ulong size)
    {
        byte[] note = new byte[Math.Min(size, MostNoteBytes)];
        return note[..Math.Max(0, reader.Read(address, note))];
    }

    // p_type p_flags p_offset p_vaddr p_paddr p_filesz p_memsz p_align
    private (uint Type, uint Flags, ulong Offset, ulong Start, ulong Size) Entry(int at)
    {
        ReadOnlySpan<byte> entry = _entries.AsSpan(at, EntryBytes);
        return (BinaryPrimitives.ReadUInt32LittleEndian(entry), BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]),
            BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]), BinaryPrimitives.ReadUInt64LittleEndian(entry[16..]),
            BinaryPrimitives.ReadUInt64LittleEndian(entry[40..]));
    }
}
