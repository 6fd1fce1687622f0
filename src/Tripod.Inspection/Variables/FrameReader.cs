using System.Buffers.Binary;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Symbols;
using Tripod.Inspection.Values;
using Tripod.Inspection.Variables.LiveRanges;
using Tripod.Samples;

namespace Tripod.Inspection.Variables;

/// <summary>Reads one variable of a frame, by the rules that keep wrong values out.</summary>
internal sealed class FrameReader(ValueReader values, DeclaredTypes types, LiveRangeCatalog ranges, Limits limits)
{
    private readonly RegisterClaims _claims = new();

    /// <summary>Begins another frame.</summary>
    public void BeginFrame() => _claims.Clear();

    /// <summary>The variables whose values are not to be told after all.</summary>
    public IEnumerable<string> FindContradicted(in FrameContext frame) => _claims.FindContradicted(frame);

    /// <summary>Where a variable lies.</summary>
    public Place Find(in FrameContext frame, Slot slot, in DacValue value) => Place.Of(frame, slot, value, ranges);

    /// <summary>The value of a variable with a declared type, where <see cref="Find"/> has found it.</summary>
    public Value Read(in FrameContext frame, Slot slot, in Place place, SigType type, ulong module, in DacValue value, string name)
    {
        if (!place.IsKnown)
            return Value.Unavailable;
        if (place.IsRegister)
            _claims.Add(slot, place, name);
        return type is { Kind: SigKind.ByRef, Element: { } target }
            ? Target(frame, place, types.Target(target, module, value), name)
            : Read(frame, place, types.Storage(type, module, value), name);
    }

    /// <summary>The value of a variable at an address.</summary>
    public Value At(in FrameContext frame, ulong address, SigType type, ulong module, in DacValue value, string name)
    {
        var storage = types.Storage(type, module, value);
        return storage.Element is ClrElementType.Unknown || frame.IsCollecting ? Value.Unavailable : values.At(address, storage, Secrets.Of(name), new Budget(limits));
    }

    /// <summary>The object that a reference in a place refers to; null if the place is not known or cannot be read.</summary>
    public ulong? Reference(in Place place)
    {
        if (!place.IsKnown)
            return null;
        if (place.Address == 0)
            return place.Holds(sizeof(ulong)) ? place.Bits : null;
        return values.Memory.Read(place.Address, out ulong address) ? address : null;
    }

    /// <summary>The object at an address.</summary>
    public Value Object(ulong address) => values.Object(address, Secrecy.Open, new Budget(limits));

    /// <summary>The struct at an address.</summary>
    public Value Struct(TypeLayout type, ulong address) => values.Struct(type, address, Secrecy.Open, new Budget(limits));

    private Value Read(in FrameContext frame, in Place place, StorageType type, string name)
    {
        if (type.Element is ClrElementType.Unknown || !IsTrusted(frame, place, type))
            return Value.Unavailable;
        var budget = new Budget(limits);
        var secrecy = Secrets.Of(name);
        if (place.Address != 0)
            return values.At(place.Address, type, secrecy, budget);
        if (type.IsReference)
            return values.Object(place.Bits, secrecy, budget);
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, place.Bits);
        return values.Primitive(type, bytes[..Primitives.Size(type.Element)], secrecy, budget);
    }

    private Value Target(in FrameContext frame, in Place place, StorageType type, string name)
    {
        if (frame.IsCollecting || type.Element is ClrElementType.Unknown)
            return Value.Unavailable;
        return Reference(place) switch
        {
            null => Value.Unreadable,
            0 => Value.Null,
            { } address => values.At(address, type, Secrets.Of(name), new Budget(limits)),
        };
    }

    /// <summary>
    /// While objects move a reference points anywhere. Bits are believed only to be an integer, a reference, a pointer or
    /// an enum: the DAC cannot place floating-point registers, nor structs in registers.
    /// </summary>
    private static bool IsTrusted(in FrameContext frame, in Place place, StorageType type)
    {
        int size = type.IsReference ? sizeof(ulong) : Primitives.Size(type.Element);
        bool isPlain = !type.IsReference && size > 0;
        if (frame.IsCollecting && !isPlain)
            return false;
        if (place.Address != 0)
            return true;
        return size > 0 && place.Holds(size) && !(place.IsRegister && type.Element is (ClrElementType.Float or ClrElementType.Double));
    }
}
