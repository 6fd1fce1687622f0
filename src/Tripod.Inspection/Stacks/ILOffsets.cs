using Tripod.Inspection.Dac;

namespace Tripod.Inspection.Stacks;

/// <summary>Where in the IL an instruction belongs.</summary>
internal static class ILOffsets
{
    /// <summary>The instruction belongs to no place in the IL that could be found.</summary>
    public const int Unknown = -1;

    // code without a mapping is a few instructions long; further back it would be another statement
    private const int MostBytesBack = 64;
    private const int MostOffsets = 8;

    /// <summary>The IL offset of an address in the frame's method, and whether the frame is being made or taken down there.</summary>
    /// <param name="walk">Stands at the frame.</param>
    /// <param name="address">In the method's code.</param>
    public static (int ILOffset, bool IsPrologOrEpilog) Find(in DacStackWalk walk, ulong address)
    {
        if (!walk.TryGetFrame(out DacFrame frame))
            return (Unknown, false);
        using (frame)
        {
            if (!frame.TryGetMethod(out DacMethod method))
                return (Unknown, false);
            using (method)
                return Find(method, address);
        }
    }

    /// <summary>The IL offsets of addresses in the frame's method.</summary>
    /// <param name="walk">Stands at the frame.</param>
    /// <param name="addresses">In the method's code.</param>
    public static int[] FindAll(in DacStackWalk walk, IEnumerable<ulong> addresses)
    {
        var offsets = new List<int>();
        if (walk.TryGetFrame(out DacFrame frame))
            using (frame)
                if (frame.TryGetMethod(out DacMethod method))
                    using (method)
                        foreach (ulong address in addresses)
                            offsets.Add(Find(method, address).ILOffset);
        return [.. offsets];
    }

    private static (int ILOffset, bool IsPrologOrEpilog) Find(in DacMethod method, ulong address)
    {
        Span<int> offsets = stackalloc int[MostOffsets];
        bool isEpilog = false;
        for (int back = 0; back < MostBytesBack; back++)
        {
            Span<int> found = offsets[..method.GetILOffsets(address - (ulong)back, offsets)];
            int best = Unknown;
            foreach (int offset in found)
                best = Math.Max(best, offset);
            if (best >= 0)
                return (best, isEpilog);
            if (found.Contains(DacMethod.Prolog))
                return (0, true);
            isEpilog |= found.Contains(DacMethod.Epilog);
            if (found.Contains(DacMethod.Unmapped))
                break; // a block of its own, such as a loop's patchpoint or what the JIT has moved: what lies before it is another
        }
        return (Unknown, isEpilog);
    }
}
