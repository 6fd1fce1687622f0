using System.Buffers.Binary;

namespace Tripod.Inspection.Memory;

/// <summary>
/// Recognisable garbage in place of registers whose value is not known. A variable that comes out as garbage, or that
/// lies at an address made from it, has no value; without it a stale register would pass for a value.
/// </summary>
internal static class Poison
{
    /// <summary>Registers that have a garbage value of their own.</summary>
    public const int Count = 32;

    // not canonical, so that memory reads through it fail; recognisable in each width, and different for each register
    private const ulong First = 0x0BADC0DE_A0B0E5E5;
    private const int RegisterShift = 16;

    /// <summary>The garbage of a register.</summary>
    public static ulong Of(int register) => First + ((ulong)register << RegisterShift);

    /// <summary>Whether bytes taken from a register are garbage. One to eight bytes, little endian; more are cut.</summary>
    public static bool IsPoison(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            return false;
        Span<byte> poison = stackalloc byte[sizeof(ulong)];
        ReadOnlySpan<byte> start = value[..Math.Min(value.Length, sizeof(ulong))];
        for (int register = 0; register < Count; register++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(poison, Of(register));
            if (start.SequenceEqual(poison[..start.Length]))
                return true;
        }
        return false;
    }

    /// <summary>Whether an address was computed from garbage and a small displacement.</summary>
    public static bool IsPoisonAddress(ulong address) => address >> 32 == First >> 32;
}
