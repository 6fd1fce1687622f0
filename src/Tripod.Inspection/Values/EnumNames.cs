using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Diagnostics.Runtime;
using Tripod.Samples;

namespace Tripod.Inspection.Values;

/// <summary>The members of an enum.</summary>
internal sealed class EnumNames
{
    private readonly string _type;
    private readonly ClrElementType _element;
    private readonly (string Name, ulong Bits)[] _members;

    public EnumNames(string type, ClrElementType element, IEnumerable<(string Name, object? Value)> members)
    {
        _type = type;
        _element = element;
        _members = [.. members.Where(member => member.Value is not null).Select(member => (Escape.Text(member.Name), Bits(member.Value!)))];
    }

    /// <summary><c>Color.Red</c>, <c>Access.Read | Access.Write</c>, or <c>(Color)7</c> where no members make up the value.</summary>
    public string Format(ReadOnlySpan<byte> bytes)
    {
        ulong bits = Widen(bytes);
        foreach (var (name, value) in _members)
            if (value == bits)
                return $"{_type}.{name}";
        return Flags(bits) ?? $"({_type}){Primitives.Format(_element, bytes)}";
    }

    /// <summary>Members that are single bits, if they are the whole value: a number beyond a plain enum seldom is.</summary>
    private string? Flags(ulong bits)
    {
        var parts = _members.Where(member => ulong.PopCount(member.Bits) == 1 && (bits & member.Bits) != 0).DistinctBy(member => member.Bits).ToArray();
        ulong sum = parts.Aggregate(0UL, (all, member) => all | member.Bits);
        return parts.Length > 1 && sum == bits ? string.Join(" | ", parts.Select(member => $"{_type}.{member.Name}")) : null;
    }

    private ulong Widen(ReadOnlySpan<byte> bytes)
    {
        Span<byte> wide = stackalloc byte[8];
        wide.Clear();
        bytes.CopyTo(wide);
        return BinaryPrimitives.ReadUInt64LittleEndian(wide);
    }

    /// <summary>The bits at the enum's width: a negative sbyte is 0xFF, not sixteen F.</summary>
    private static ulong Bits(object value) => value switch
    {
        sbyte x => (byte)x,
        short x => (ushort)x,
        int x => (uint)x,
        long x => (ulong)x,
        char x => x,
        bool x => x ? 1UL : 0,
        _ => Convert.ToUInt64(value, CultureInfo.InvariantCulture),
    };
}
