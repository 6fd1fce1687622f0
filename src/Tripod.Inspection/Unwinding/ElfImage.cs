using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Unwinding;

/// <summary>
/// A shared library as it lies in the target's memory: where its code and its unwind data are.
/// </summary>
internal sealed class ElfImage
{
    private const int MostNoteBytes = 1024;
    private const ulong PageSize = 4096; // the least that is mapped

    private readonly ulong _address;

    private ElfImage(ulong address) => _address = address;

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
        Span<byte> start = stackalloc byte[ElfHeader.Size];
        if (reader.Read(address, start) != start.Length || ElfHeader.Read(start) is not { } header)
            return null;
        byte[] table = new byte[header.TableSize];
        if (reader.Read(address + header.Table, table) != table.Length)
            return null;
        var image = new ElfImage(address);
        image.Place(reader, table);
        return image.CodeEnd > image.CodeStart ? image : null;
    }

    /// <summary>Whether the same library lies at its address in the twin that is read now.</summary>
    public bool IsStillThere(TwinReader reader) => TryRead(reader, _address) is { } now && now.Identity.AsSpan().SequenceEqual(Identity);

    private void Place(TwinReader reader, byte[] table)
    {
        List<byte> identity = [.. table];
        ulong bias = _address;
        foreach (var segment in ElfSegment.ReadAll(table))
        {
            if (segment is { Type: ElfSegment.PT_LOAD, Offset: 0 })
                bias = _address - segment.Address; // the whole address but in programs that are never moved
            ulong start = bias + segment.Address;
            if (segment.Type == ElfSegment.PT_LOAD && (segment.Flags & ElfSegment.PF_X) != 0)
                (CodeStart, CodeEnd) = (Math.Min(CodeStart, start & ~(PageSize - 1)), Math.Max(CodeEnd, start + segment.MemorySize));
            if (segment.Type == ElfSegment.PT_GNU_EH_FRAME)
                FrameTable = start;
            if (segment.Type == ElfSegment.PT_NOTE)
                identity.AddRange(ReadNote(reader, start, segment.MemorySize));
        }
        Identity = [.. identity];
    }

    private static byte[] ReadNote(TwinReader reader, ulong address, ulong size)
    {
        byte[] note = new byte[Math.Min(size, MostNoteBytes)];
        return note[..Math.Max(0, reader.Read(address, note))];
    }
}
