using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using Tripod.Samples;

namespace Tripod.Inspection.Values;

/// <summary>Numbers, characters and booleans as C# writes them.</summary>
internal static class Primitives
{
    /// <summary>Addresses and handles are told from native integers by their size: these are shown in hexadecimal.</summary>
    private const long LargestNativeNumber = int.MaxValue;

    /// <summary>Bytes of a primitive; 0 for anything else.</summary>
    public static int Size(ClrElementType element) => element switch
    {
        ClrElementType.Boolean or ClrElementType.Int8 or ClrElementType.UInt8 => 1,
        ClrElementType.Char or ClrElementType.Int16 or ClrElementType.UInt16 => 2,
        ClrElementType.Int32 or ClrElementType.UInt32 or ClrElementType.Float => 4,
        ClrElementType.Int64 or ClrElementType.UInt64 or ClrElementType.Double or ClrElementType.NativeInt or
            ClrElementType.NativeUInt or ClrElementType.Pointer or ClrElementType.FunctionPointer => 8,
        _ => 0,
    };

    /// <summary>The text; null if the bytes are no value of the type (a bool that is neither 0 nor 1).</summary>
    public static string? Format(ClrElementType element, ReadOnlySpan<byte> bytes) => element switch
    {
        ClrElementType.Boolean => bytes[0] switch { 0 => "false", 1 => "true", _ => null },
        ClrElementType.Char => Character(MemoryMarshal.Read<char>(bytes)),
        ClrElementType.Int8 => Text((sbyte)bytes[0]),
        ClrElementType.UInt8 => Text(bytes[0]),
        ClrElementType.Int16 => Text(MemoryMarshal.Read<short>(bytes)),
        ClrElementType.UInt16 => Text(MemoryMarshal.Read<ushort>(bytes)),
        ClrElementType.Int32 => Text(MemoryMarshal.Read<int>(bytes)),
        ClrElementType.UInt32 => Text(MemoryMarshal.Read<uint>(bytes)),
        ClrElementType.Int64 => Text(MemoryMarshal.Read<long>(bytes)),
        ClrElementType.UInt64 => Text(MemoryMarshal.Read<ulong>(bytes)),
        ClrElementType.Float => Text(MemoryMarshal.Read<float>(bytes)),
        ClrElementType.Double => Text(MemoryMarshal.Read<double>(bytes)),
        ClrElementType.NativeInt => Native(MemoryMarshal.Read<long>(bytes)),
        ClrElementType.NativeUInt => Native((long)MemoryMarshal.Read<ulong>(bytes)),
        ClrElementType.Pointer or ClrElementType.FunctionPointer => Pointer(MemoryMarshal.Read<ulong>(bytes)),
        _ => null,
    };

    /// <summary>Whether a name that says key or token is harmless on a value stored like this.</summary>
    public static bool IsNumber(ClrElementType element) => Size(element) > 0 && element is not ClrElementType.Char;

    private static string Text<T>(T number) where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Character(char c) => c == '\'' ? @"'\''" : c == '"' ? "'\"'" : $"'{Escape.Literal(c.ToString())}'";

    private static string Native(long number) =>
        number is >= -LargestNativeNumber and <= LargestNativeNumber ? Text(number) : Pointer((ulong)number);

    private static string Pointer(ulong address) => address == 0 ? "null" : $"0x{address:x}";
}
