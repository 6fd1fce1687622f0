using System.Text;
using Microsoft.Diagnostics.Runtime;
using Tripod.Samples;

namespace Tripod.Inspection.Values;

/// <summary>Arrays, and what keeps its elements in one.</summary>
internal sealed partial class ValueReader
{
    /// <summary>An array is its type, its length (int, padded) and its elements (object.h, ArrayBase).</summary>
    private const int ElementsOffset = 16;

    /// <summary>Lengths and then lower bounds of all dimensions, an int each, stand before the elements of a multi-dimensional array.</summary>
    private const int BytesPerDimension = 8;

    private const int MostDimensions = 32;

    /// <summary>Elements of the array at an address.</summary>
    public bool TryElements(ulong address, out Elements elements)
    {
        elements = default;
        return address != 0 && TryType(address, out var layout) && layout.IsArray && TryElements(layout, address, out elements);
    }

    private bool TryElements(TypeLayout layout, ulong address, out Elements elements)
    {
        elements = default;
        int room = layout.Rank * BytesPerDimension;
        if (layout.ComponentSize <= 0 || layout.Rank > MostDimensions || !memory.Read(address + HeaderSize, out int length) || length < 0)
            return false;
        elements = new(address + ElementsOffset + (ulong)room, layout.Component, layout.ComponentSize, length);
        return true;
    }

    private Value Array(TypeLayout layout, ulong address, Budget budget)
    {
        if (!TryElements(layout, address, out var elements))
            return Value.Unreadable;
        string? name = layout.Rank == 0 ? layout.Name : WithLengths(layout, address, elements.Length);
        if (name is null)
            return Value.Unreadable;
        if (budget.IsOpen(address))
            return new Cycle(layout.Name);
        if (budget.Depth <= 0 || budget.IsInsideInternals || elements.Type.Element is ClrElementType.Unknown)
            return new Elided(name, elements.Length);
        budget.Open(address);
        var value = Sequence(name, elements, elements.Length, 0, budget);
        budget.Close();
        return value;
    }

    /// <summary><c>int[2,3]</c>; null if the lengths of the dimensions do not make up the length of the whole.</summary>
    private string? WithLengths(TypeLayout layout, ulong address, long whole)
    {
        long product = 1;
        var lengths = new int[layout.Rank];
        for (int i = 0; i < lengths.Length; i++)
        {
            if (!memory.Read(address + ElementsOffset + (ulong)i * sizeof(int), out lengths[i]) || lengths[i] < 0)
                return null;
            product *= lengths[i];
        }
        string empty = $"[{new string(',', layout.Rank - 1)}]";
        int at = layout.Name.IndexOf(empty, StringComparison.Ordinal);
        return product == whole && at >= 0 ? $"{layout.Name[..at]}[{string.Join(',', lengths)}]{layout.Name[(at + empty.Length)..]}" : null;
    }

    /// <summary><paramref name="count"/> elements from the one at <paramref name="first"/> on, forwards or backwards, around the end.</summary>
    public Value Sequence(string type, in Elements elements, long count, int first, Budget budget, int step = 1)
    {
        if (LooksSecret(elements))
            return Value.Redacted;
        var items = new List<Value>((int)Math.Min(count, budget.Limits.Items));
        long index = first;
        for (; items.Count < count && items.Count < budget.Limits.Items && !budget.IsSpent; index += step)
            items.Add(At(elements.Address((int)((index + elements.Length) % elements.Length)), elements.Type, Secrecy.Open, budget));
        Secrets.WithholdFollowers(items, alsoPlainNames: false);
        return new Sequence(type, count, items);
    }

    /// <summary>Passwords and tokens are also kept in arrays of characters or bytes.</summary>
    private bool LooksSecret(in Elements elements)
    {
        int length = Math.Min(elements.Length, SearchedBeyond);
        if (elements.Type.Element is ClrElementType.Char)
            return Characters(elements.Data, length, length) == Value.Redacted;
        if (elements.Type != new StorageType(ClrElementType.UInt8))
            return false;
        Span<byte> bytes = stackalloc byte[length];
        Span<char> text = stackalloc char[length];
        return memory.Read(elements.Data, bytes) == length && Encoding.Latin1.GetChars(bytes, text) == length && SecretShapes.IsSecret(text);
    }
}
