using System.Buffers;
using System.Runtime.InteropServices;
using Tripod.Samples;

namespace Tripod.Inspection.Values;

/// <summary>Strings, read no further than they are shown.</summary>
internal sealed partial class ValueReader
{
    /// <summary>A string is its type, its length (int) and its characters (object.h, StringObject).</summary>
    private const int LengthOffset = 8, CharactersOffset = 12;

    /// <summary>Characters beyond those shown that are searched for the shape of a secret: a token may be longer than the limit.</summary>
    public const int SearchedBeyond = 2048;

    /// <summary>Longest string that the runtime makes (String.MaxLength).</summary>
    private const int LongestString = 0x3FFFFFDF;

    private Value String(ulong address, int limit) =>
        memory.Read(address + LengthOffset, out int length) && length is >= 0 and <= LongestString
            ? Characters(address + CharactersOffset, length, limit)
            : Value.Unreadable;

    /// <summary>A part of the string at an address.</summary>
    public Value Substring(ulong address, int first, long count, int limit) =>
        memory.Read(address + LengthOffset, out int length) && first >= 0 && count >= 0 && first + count <= length
            ? Characters(address + CharactersOffset + (ulong)first * sizeof(char), count, limit)
            : Value.Unreadable;

    /// <summary>UTF-16 text in memory, as a string value.</summary>
    public Value Characters(ulong address, long length, int limit)
    {
        int wanted = (int)Math.Min(length, limit + SearchedBeyond);
        char[] buffer = ArrayPool<char>.Shared.Rent(Math.Max(wanted, 1));
        try
        {
            var characters = buffer.AsSpan(0, wanted);
            var bytes = MemoryMarshal.AsBytes(characters);
            return memory.Read(address, bytes) == bytes.Length ? Text(characters, length, limit) : Value.Unreadable;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>The beginning of a text of <paramref name="length"/> characters, as a string value.</summary>
    public static Value Text(ReadOnlySpan<char> beginning, long length, int limit)
    {
        if (SecretShapes.IsSecret(beginning))
            return Value.Redacted;
        int shown = Math.Min(beginning.Length, limit);
        if (shown > 0 && shown < length && char.IsHighSurrogate(beginning[shown - 1]))
            shown--;
        return new StringValue(Escape.Literal(beginning[..shown].ToString()), length, shown < length);
    }
}
