using System.Buffers.Binary;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Stacks;
using Tripod.Inspection.Variables.LiveRanges;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Where a variable lies at this instant: in memory, or its bits, from a register or stored from one. It is in neither if the code has
/// optimised it away, or where the DAC's answer cannot be trusted.
/// </summary>
internal readonly struct Place
{
    private Place(ulong address, ulong bits, int width = 0)
    {
        Address = address;
        Bits = bits;
        Width = width;
        IsKnown = true;
    }

    /// <summary>False for <see cref="Tripod.Samples.Value.Unavailable"/>.</summary>
    public bool IsKnown { get; }

    /// <summary>Address in memory; 0 if it is in a register.</summary>
    public ulong Address { get; }

    /// <summary>What the register holds, in the variable's width, or what was stored from one.</summary>
    public ulong Bits { get; }

    /// <summary>How many bytes were stored; 0 if it was not.</summary>
    public int Width { get; }

    /// <summary>It is in a register.</summary>
    public bool IsRegister => Address == 0 && Width == 0;

    /// <summary>Whether its bits can be a value of a size.</summary>
    public bool Holds(int size) => Address != 0 || Width == 0 || size <= Width;

    /// <summary>
    /// Applies the rules that are about places. Where the JIT's notes cannot be read, no register is believed in handlers:
    /// there the notes are wrong most often, for handlers are compiled twice, for when an exception passes and for when
    /// none does, and a variable may lie in another place each time.
    /// </summary>
    public static Place Of(in FrameContext frame, Slot slot, in DacValue value, LiveRangeCatalog notes)
    {
        // while a frame is made or taken down the DAC believes what is not true yet, or no longer
        if (frame.IsPrologOrEpilog)
            return default;
        var method = frame.Symbols is { } symbols ? notes.Find(frame.Address, symbols) : null;
        if (method?.FindStore(slot, frame.Address) is { } store)
            return Stored(frame, store);
        var place = Of(value, out _);
        if (!place.IsKnown || !place.IsRegister)
            return place;
        bool isNoted = method?.IsInRegister(slot, frame.Address) ?? frame.Symbols?.IsInHandler(frame.ILOffset) != true;
        return !isNoted || frame.IsLeaf && !IsConfirmed(place, slot, frame.Witnesses) ? default : place;
    }

    /// <summary>What was stored to the frame.</summary>
    private static Place Stored(in FrameContext frame, FrameStore store)
    {
        ulong? from = store.Home.Base == FrameBase.StackPointer ? frame.StackPointer : frame.FramePointer;
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        bytes.Clear();
        if (from is not { } address || store.Width > bytes.Length)
            return default;
        var read = bytes[..store.Width];
        return frame.Reader.Read(address + (ulong)(long)store.Home.Displacement, read) == read.Length
            ? new Place(0, BinaryPrimitives.ReadUInt64LittleEndian(bytes), store.Width) : default;
    }

    private static Place Of(in DacValue value, out bool isGarbage)
    {
        isGarbage = false;
        // a value in several parts: the DAC puts the parts together wrongly
        if (value.IsNull || value.LocationCount != 1 || !value.TryGetLocation(0, out var location))
            return default;
        if (!location.IsRegister)
            return location.Address == 0 || Poison.IsPoisonAddress(location.Address) ? default : new(location.Address, 0);
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        bytes.Clear();
        if (!value.TryGetBytes(bytes, out int size) || size == 0)
            return default;
        // a register that nobody knows holds garbage by which it is recognised
        isGarbage = Poison.IsPoison(bytes[..size]);
        return isGarbage ? default : new(0, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
    }

    /// <summary>Whether the register held the variable one instruction ago, and no call has overwritten it since.</summary>
    private static bool IsConfirmed(in Place place, Slot slot, in Witnesses witnesses)
    {
        using var before = slot.Get(witnesses.Before);
        var was = Of(before, out _);
        if (!was.IsKnown || !was.IsRegister || was.Bits != place.Bits)
            return false;
        using var inCall = slot.Get(witnesses.InLastCall);
        Of(inCall, out bool isGarbage);
        return !isGarbage;
    }
}
