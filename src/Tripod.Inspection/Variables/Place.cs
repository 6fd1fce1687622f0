using System.Buffers.Binary;
using Tripod.Inspection.Dac;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Stacks;

namespace Tripod.Inspection.Variables;

/// <summary>
/// Where a variable lies at this instant: in memory, or its bits from a register. It is in neither if the code has
/// optimised it away, or where the DAC's answer cannot be trusted.
/// </summary>
internal readonly struct Place
{
    private Place(ulong address, ulong bits)
    {
        Address = address;
        Bits = bits;
        IsKnown = true;
    }

    /// <summary>False for <see cref="Tripod.Samples.Value.Unavailable"/>.</summary>
    public bool IsKnown { get; }

    /// <summary>Address in memory; 0 if it is in a register.</summary>
    public ulong Address { get; }

    /// <summary>What the register holds, in the variable's width.</summary>
    public ulong Bits { get; }

    /// <summary>It is in a register.</summary>
    public bool IsRegister => Address == 0;

    /// <summary>Applies the rules that are about places.</summary>
    public static Place Of(in FrameContext frame, in DacValue value)
    {
        // while a frame is made or taken down the DAC believes what is not true yet, or no longer
        if (frame.IsPrologOrEpilog || frame.IsWithheld || value.IsNull)
            return default;
        // a value in several parts: the DAC puts the parts together wrongly
        if (value.LocationCount != 1 || !value.TryGetLocation(0, out var location))
            return default;
        if (!location.IsRegister)
            return location.Address == 0 || Poison.IsPoisonAddress(location.Address) ? default : new(location.Address, 0);
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        bytes.Clear();
        // a register that nobody knows holds garbage by which it is recognised
        return value.TryGetBytes(bytes, out int size) && size > 0 && !Poison.IsPoison(bytes[..size])
            ? new(0, BinaryPrimitives.ReadUInt64LittleEndian(bytes))
            : default;
    }
}
