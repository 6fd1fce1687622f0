using Microsoft.Diagnostics.Runtime;
using Tripod.Samples;

namespace Tripod.Inspection.Values;

/// <summary>
/// Turns memory of the target into <see cref="Value"/>s: bounded, escaped, redacted. It only reads; what is not as
/// the runtime would have it is <see cref="Value.Unreadable"/>.
/// </summary>
/// <param name="types">Layouts of the target's types.</param>
/// <param name="memory">The target's memory.</param>
/// <param name="methods">Names of the methods that delegates point to.</param>
internal sealed partial class ValueReader(TypeCatalog types, IDataReader memory, DelegateNames methods)
{
    /// <summary>The runtime uses the lowest bits of an object's type word while it collects garbage (gc.cpp, MARKED and PINNED).</summary>
    private const ulong MarkBits = 7;

    /// <summary>User space of linux-x64 and linux-arm64 ends here, also with five-level paging unless a program asks for more.</summary>
    private const ulong EndOfUserSpace = 1UL << 48;

    /// <summary>An object begins with its type; its fields come after it.</summary>
    public const int HeaderSize = 8;

    /// <summary>Layouts of the target's types.</summary>
    public TypeCatalog Types => types;

    /// <summary>The target's memory.</summary>
    public IDataReader Memory => memory;

    /// <summary>Names of the methods that delegates point to.</summary>
    public DelegateNames Methods => methods;

    /// <summary>The value at an address.</summary>
    public Value At(ulong address, StorageType type, Secrecy secrecy, Budget budget)
    {
        if (type.IsReference)
            return memory.Read(address, out ulong target) ? Object(target, secrecy, budget) : Unreadable(budget);
        if (type.Element is ClrElementType.Struct)
            return types.Find(type.MethodTable) is { } layout ? Struct(layout, address, secrecy, budget) : Unreadable(budget);
        Span<byte> bytes = stackalloc byte[8];
        bytes = bytes[..Primitives.Size(type.Element)];
        return bytes.Length > 0 && memory.Read(address, bytes) == bytes.Length ? Primitive(type, bytes, secrecy, budget) : Unreadable(budget);
    }

    /// <summary>A number, character, boolean, pointer or enum member.</summary>
    public Value Primitive(StorageType type, ReadOnlySpan<byte> bytes, Secrecy secrecy, Budget budget)
    {
        budget.Spend();
        if (type.MethodTable != 0)
            return types.Find(type.MethodTable)?.Enum is { } members ? new Scalar(members.Format(bytes)) : Value.Unreadable;
        if (IsWithheld(type.Element, secrecy))
            return Value.Redacted;
        return Primitives.Format(type.Element, bytes) is { } text ? new Scalar(text) : Value.Unreadable;
    }

    /// <summary>The object at an address; null at 0.</summary>
    public Value Object(ulong address, Secrecy secrecy, Budget budget)
    {
        budget.Spend();
        if (address == 0)
            return Value.Null;
        if (!TryType(address, out var layout))
            return Value.Unreadable;
        ulong data = address + HeaderSize;
        if (layout.IsString)
            return secrecy is Secrecy.Open ? String(address, budget.Limits.StringLength) : Value.Redacted;
        if (layout.IsArray)
            return secrecy is Secrecy.Open ? Array(layout, address, budget) : Value.Redacted;
        return layout.IsPrimitive ? At(data, layout.Storage, secrecy, budget) : Instance(layout, data, layout.IsClass ? address : 0, secrecy, budget);
    }

    /// <summary>The struct at an address.</summary>
    public Value Struct(TypeLayout layout, ulong address, Secrecy secrecy, Budget budget)
    {
        if (layout.IsPrimitive)
            return At(address, layout.Storage, secrecy, budget);
        budget.Spend();
        return Instance(layout, address, 0, secrecy, budget);
    }

    /// <summary>Type of the object at an address.</summary>
    public bool TryType(ulong address, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TypeLayout? layout)
    {
        layout = null;
        return (address & 7) == 0 && address < EndOfUserSpace && memory.Read(address, out ulong word) &&
            (layout = types.Find(word & ~MarkBits, address)) is not null;
    }

    private static bool IsWithheld(ClrElementType element, Secrecy secrecy) =>
        element is not ClrElementType.Boolean && (secrecy is Secrecy.Secret || secrecy is Secrecy.UnlessNumber && !Primitives.IsNumber(element));

    private static Value Unreadable(Budget budget)
    {
        budget.Spend();
        return Value.Unreadable;
    }
}
