using System.Globalization;

namespace Tripod.Inspection.Values.Views;

/// <summary>Structs of System.Private.CoreLib that are numbers to the user: the same bits here and in the target.</summary>
internal static class Numbers
{
    private const int DecimalFlags = unchecked((int)0x7F00_FFFF), DecimalScaleShift = 16, LargestScale = 28;

    public static string? Half(Instance instance) => Bits<Half>(instance);

    public static string? Int128(Instance instance) => Bits<Int128>(instance);

    public static string? UInt128(Instance instance) => Bits<UInt128>(instance);

    public static string? Guid(Instance instance) =>
        instance.Reader.Memory.Read(instance.Data, out Guid guid) ? guid.ToString() : null;

    /// <summary>Flags (sign and scale), high, low and middle word (Decimal.DecCalc.cs).</summary>
    public static string? Decimal(Instance instance)
    {
        if (!instance.TryRead("_flags", out int flags) || !instance.TryRead("_hi32", out uint high) || !instance.TryRead("_lo64", out ulong low))
            return null;
        int scale = flags >> DecimalScaleShift & 0xFF;
        return (flags & DecimalFlags) != 0 || scale > LargestScale
            ? null
            : new decimal((int)low, (int)(low >> 32), (int)high, flags < 0, (byte)scale).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Guid has eleven fields; the others one or two, in the order of the machine.</summary>
    private static string? Bits<T>(Instance instance) where T : unmanaged, IFormattable =>
        instance.Reader.Memory.Read(instance.Data, out T value) ? value.ToString(null, CultureInfo.InvariantCulture) : null;
}
