using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;

namespace Tripod.Inspection.Stacks;

/// <summary>Finds calls in compiled code, without taking it apart from its beginning.</summary>
internal static class CallSites
{
    private const int MostBytesBack = 512;
    private const int LongestCall = 7;

    /// <summary>
    /// Where the last call before an instruction returns to; 0 if there is none near, or the architecture is not known.
    /// Bytes in the middle of other instructions may look like a call.
    /// </summary>
    public static ulong LastReturnBefore(IDataReader reader, ulong instruction)
    {
        if (reader.Architecture != Architecture.X64)
            return 0;
        Span<byte> code = stackalloc byte[MostBytesBack];
        int length = reader.Read(instruction - MostBytesBack, code);
        if (length != code.Length)
            return 0;
        for (int end = length; end > LongestCall; end--)
            if (EndsWithCall(reader, code[..end], instruction - (ulong)(length - end)))
                return instruction - (ulong)(length - end);
        return 0;
    }

    // E8 rel32; FF 15 [rip + disp32]; FF /2 with a register, or with a register and a displacement
    private static bool EndsWithCall(IDataReader reader, ReadOnlySpan<byte> code, ulong end)
    {
        int displacement = BinaryPrimitives.ReadInt32LittleEndian(code[^4..]);
        ulong relative = end + (ulong)displacement;
        if (code[^5] == 0xE8 && IsReadable(reader, relative))
            return true;
        if (code[^6] == 0xFF && code[^5] == 0x15 && reader.Read(relative, out ulong target) && IsReadable(reader, target))
            return true;
        return IsIndirect(code[^2], code[^1], 3) || IsIndirect(code[^2], code[^1], 0) || IsIndirect(code[^3], code[^2], 1) || IsIndirect(code[^6], code[^5], 2);
    }

    private static bool IsIndirect(byte opcode, byte operand, int mode) => opcode == 0xFF && operand >> 6 == mode && (operand >> 3 & 7) == 2;

    private static bool IsReadable(IDataReader reader, ulong address) => reader.Read(address, out byte _);
}
