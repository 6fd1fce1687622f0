using Tripod.Inspection.Variables.LiveRanges;

namespace Tripod.Inspection.Tests.Variables.LiveRanges;

/// <summary>What the runtime stores of variables.</summary>
public sealed class DebugInfoTests
{
    // in rdi; on the stack at rbp − 12; in rbx

    private static readonly LiveRange[] Ranges =
    [
        new(0, 0, 28, VariableLocation.Register, default),
        new(1, 28, 142, VariableLocation.Stack, new FrameHome(FrameBase.FramePointer, -12)),
        new(4, 64, 65, VariableLocation.Register, default),
    ];
    [Fact]
    public void Ranges_tell_variable_and_place()
    {
        Assert.Equal(Ranges, DebugInfo.Read(Nibbles(3, 0, 28, 4, 0, 7, 28, 114, 5, 3, 5, 25, 64, 1, 8, 0, 3), 200));
    }

    [Fact]
    public void What_does_not_fit_is_not_believed()
    {
        Assert.Null(DebugInfo.Read(Nibbles(3, 0, 28, 4, 0, 7, 28, 114, 5, 3, 5, 25, 64, 1, 8, 0, 3), 141)); // behind the code
        Assert.Null(DebugInfo.Read(Nibbles(1, 0, 28, 4, 11, 7), 200)); // no such place
        Assert.Null(DebugInfo.Read(Nibbles(2, 0, 28, 4, 0, 7), 200)); // too short
        Assert.Null(DebugInfo.Read(Nibbles(1, 0, 28, 4, 0, 7, 1, 1, 1), 200)); // too long
    }

    [Fact]
    public void A_method_without_variables_has_no_ranges() => Assert.Empty(DebugInfo.Read([], 200)!);

    private static byte[] Nibbles(params ReadOnlySpan<uint> numbers)
    {
        var nibbles = new List<byte>();
        foreach (uint number in numbers)
        {
            int shift = 0;
            while (number >> shift + 3 != 0)
                shift += 3;
            for (; shift >= 0; shift -= 3)
                nibbles.Add((byte)(number >> shift & 7 | (shift > 0 ? 8U : 0)));
        }
        if (nibbles.Count % 2 == 1)
            nibbles.Add(0);
        return [.. nibbles.Chunk(2).Select(pair => (byte)(pair[0] | pair[1] << 4))];
    }
}
