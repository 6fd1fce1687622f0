using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Tripod.Launch;

/// <summary>The few fields of a .dll that tell whether it is a .NET program (ECMA-335, II.25).</summary>
/// <remarks>System.Reflection.Metadata would read them too, and cost every start of a target milliseconds.</remarks>
/// <param name="IsManaged">Whether it has a CLI header at all.</param>
/// <param name="EntryPoint">The token of its Main; 0 if it has none.</param>
internal readonly record struct ManagedImage(bool IsManaged, uint EntryPoint)
{
    private const int HeadersSize = 4096; // those of a real image are well below
    private const int LfaNew = 0x3c;
    private const int FileHeaderSize = 4 + 20; // the signature PE\0\0, and the file header behind it
    private const int SectionSize = 40;
    private const int CliDirectory = 14;
    private const int EntryPointField = 20; // of the CLI header

    /// <summary>Reads a file's headers; null if it is no image at all.</summary>
    public static ManagedImage? TryRead(string path)
    {
        using var file = File.OpenHandle(path);
        var headers = new byte[HeadersSize];
        int length = RandomAccess.Read(file, headers, 0);
        return TryRead(file, headers.AsSpan(0, length));
    }

    private static ManagedImage? TryRead(SafeFileHandle file, ReadOnlySpan<byte> headers)
    {
        uint pe = Number(headers, LfaNew);
        if (headers is not [(byte)'M', (byte)'Z', ..] || Number(headers, pe) != 0x4550)
            return null;
        uint optional = pe + FileHeaderSize;
        bool isWide = (ushort)Number(headers, optional) == 0x20b; // PE32+, whose addresses are longer
        uint address = Number(headers, optional + (isWide ? 112u : 96u) + CliDirectory * 8);
        if (address == 0)
            return new ManagedImage(false, 0);
        uint sections = optional + (ushort)Number(headers, pe + 20);
        int count = (ushort)Number(headers, pe + 6);
        Span<byte> token = stackalloc byte[sizeof(uint)];
        return TryFind(headers, sections, count, address) is { } offset && RandomAccess.Read(file, token, offset + EntryPointField) == token.Length
            ? new ManagedImage(true, BinaryPrimitives.ReadUInt32LittleEndian(token))
            : null;
    }

    /// <summary>Where an address of the loaded image lies in the file.</summary>
    private static long? TryFind(ReadOnlySpan<byte> headers, uint sections, int count, uint address)
    {
        for (uint at = sections; count > 0; count--, at += SectionSize)
        {
            uint start = Number(headers, at + 12);
            if (address >= start && address - start < Number(headers, at + 16))
                return Number(headers, at + 20) + (address - start);
        }
        return null;
    }

    /// <summary>Little-endian; 0 behind the end, where no valid field lies.</summary>
    private static uint Number(ReadOnlySpan<byte> bytes, uint at) =>
        at <= bytes.Length - sizeof(uint) ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) : 0;
}
