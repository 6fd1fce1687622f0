using Tripod.Inspection.Stacks;

namespace Tripod.Inspection.Variables;

/// <summary>
/// The variables of a frame that are said to be in registers. Where the JIT spills a variable at once, its notes may
/// still name a register that holds another variable: of several in the same register none is believed.
/// </summary>
internal sealed class RegisterClaims
{
    private readonly List<(Slot Slot, ulong Bits, string Name)> _claims = [];

    /// <summary>Begins another frame.</summary>
    public void Clear() => _claims.Clear();

    /// <summary>A variable's value is taken from a register.</summary>
    public void Add(Slot slot, in Place place, string name) => _claims.Add((slot, place.Bits, name));

    /// <summary>The variables that share a register.</summary>
    public IEnumerable<string> FindContradicted(FrameContext frame)
    {
        if (frame.Marked is not { } marked)
            return [];
        // the same register has the same lowest byte: seldom is there more to ask
        return _claims.GroupBy(claim => (byte)claim.Bits).Where(group => group.Count() > 1)
            .SelectMany(group => group.GroupBy(claim => Register(marked, claim.Slot)))
            .Where(group => group.Key != 0 && group.Count() > 1)
            .SelectMany(group => group.Select(claim => claim.Name));
    }

    /// <summary>A number for the register that a variable is in; 0 if it cannot be told.</summary>
    private static byte Register(MarkedFrame marked, Slot slot)
    {
        using var value = slot.Get(marked.Frame);
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        return !value.IsNull && value.TryGetBytes(bytes, out int size) && size > 0 ? bytes[0] : (byte)0;
    }
}
