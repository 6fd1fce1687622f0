using System.Buffers.Binary;

namespace Tripod.Launch;

/// <summary>Tells shared libraries from programs, elf(5); 64-bit and little endian, as on x64 and arm64.</summary>
internal static class ElfFile
{
    private const ushort ET_DYN = 3;
    private const uint PT_DYNAMIC = 2;
    private const uint PT_INTERP = 3;
    private const ulong DT_FLAGS_1 = 0x6ffffffb;
    private const ulong DF_1_PIE = 0x08000000;

    private const int TypeOffset = 16, ProgramHeadersOffset = 32, HeaderSizeOffset = 54, HeaderCountOffset = 56, HeaderSize = 64;

    /// <summary>
    /// Whether a file is a library: it can be placed anywhere, names no interpreter to load it, and is not marked as a
    /// program that loads itself.
    /// </summary>
    public static bool IsLibrary(ReadOnlySpan<byte> image)
    {
        if (image.Length < HeaderSize || !image.StartsWith("\x7f"u8) || !image[1..].StartsWith("ELF"u8) || UInt16(image, TypeOffset) != ET_DYN)
            return false;
        ReadOnlySpan<byte> dynamic = default;
        for (int i = 0; i < UInt16(image, HeaderCountOffset); i++)
        {
            ulong at = UInt64(image, ProgramHeadersOffset) + (ulong)(i * UInt16(image, HeaderSizeOffset));
            if (at + HeaderSize > (ulong)image.Length)
                return false;
            var header = image[(int)at..];
            if (UInt32(header, 0) == PT_INTERP)
                return false;
            if (UInt32(header, 0) == PT_DYNAMIC && UInt64(header, 8) + UInt64(header, 32) <= (ulong)image.Length)
                dynamic = image.Slice((int)UInt64(header, 8), (int)UInt64(header, 32));
        }
        return !IsMarkedAsProgram(dynamic);
    }

    private static bool IsMarkedAsProgram(ReadOnlySpan<byte> dynamic)
    {
        for (; dynamic.Length >= 16; dynamic = dynamic[16..])
            if (UInt64(dynamic, 0) == DT_FLAGS_1)
                return (UInt64(dynamic, 8) & DF_1_PIE) != 0;
        return false;
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong UInt64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
