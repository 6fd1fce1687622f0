using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Unwinding;

/// <summary>
/// The unwind data of one function: a frame description entry (FDE) of .eh_frame together with the common information
/// entry (CIE) that it refers to. Layout: LSB 5.0, 10.6.1; the fields: DWARF 5, 6.4.1.
/// </summary>
internal sealed class FrameDescription
{
    private const uint Extended = 0xFFFF_FFFF;
    private const ulong MostBytes = 1 << 20;

    /// <summary>The function's first address.</summary>
    public ulong Start { get; init; }

    /// <summary>The first address behind it.</summary>
    public ulong End { get; init; }

    public ulong CodeAlignment { get; init; }

    public long DataAlignment { get; init; }

    public int ReturnColumn { get; init; }

    public bool IsSignalFrame { get; init; }

    public byte PointerEncoding { get; init; }

    /// <summary>What is true at the function's start.</summary>
    public byte[] InitialInstructions { get; init; } = [];

    public byte[] Instructions { get; init; } = [];

    /// <summary>Where <see cref="Instructions"/> lie in the target.</summary>
    public ulong InstructionsAddress { get; init; }

    /// <summary>Reads an FDE; null if there is none, or it has a form that is not known.</summary>
    public static FrameDescription? TryRead(TwinReader reader, ulong address)
    {
        if (!TryReadEntry(reader, address, out byte[] bytes, out ulong start))
            return null;
        var entry = new ByteCursor(bytes, start);
        uint back = entry.U32(); // from this field to the CIE; a CIE has 0 here itself
        if (back == 0 || !TryReadEntry(reader, start - back, out byte[] common, out _) || CommonInformation.TryParse(common) is not { } cie)
            return null;
        ulong first = entry.Pointer(cie.PointerEncoding);
        ulong length = entry.Number((byte)(cie.PointerEncoding & 0x0F));
        if (cie.HasAugmentationData)
            _ = entry.Take(entry.Uleb()); // of exceptions
        ulong instructions = entry.Address;
        byte[] rest = entry.Rest().ToArray();
        return entry.Failed ? null : new FrameDescription
        {
            Start = first,
            End = first + length,
            CodeAlignment = cie.CodeAlignment,
            DataAlignment = cie.DataAlignment,
            ReturnColumn = cie.ReturnColumn,
            IsSignalFrame = cie.IsSignalFrame,
            PointerEncoding = cie.PointerEncoding,
            InitialInstructions = cie.Instructions,
            Instructions = rest,
            InstructionsAddress = instructions,
        };
    }

    // a length, which does not count itself, and as many bytes
    private static bool TryReadEntry(TwinReader reader, ulong address, out byte[] bytes, out ulong start)
    {
        bytes = [];
        start = address + sizeof(uint);
        if (!reader.Read(address, out uint shortLength))
            return false;
        ulong length = shortLength;
        if (shortLength == Extended)
        {
            if (!reader.Read(start, out length))
                return false;
            start += sizeof(ulong);
        }
        if (length is < sizeof(uint) or > MostBytes)
            return false;
        bytes = new byte[length];
        return reader.Read(start, bytes) == bytes.Length;
    }
}
