using Tripod.Inspection.Variables.LiveRanges;

namespace Tripod.Inspection.Tests.Variables.LiveRanges;

/// <summary>The examples of docs/design/datacontracts/DebugInfo.md of the runtime.</summary>
public sealed class NibbleReaderTests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(1, "01")]
    [InlineData(7, "07")]
    [InlineData(8, "09")]
    [InlineData(9, "19")]
    [InlineData(63, "7F")]
    [InlineData(64, "8900")]
    [InlineData(511, "FF07")]
    [InlineData(512, "8908")]
    public void A_number_is_three_bits_a_nibble_the_highest_first(uint number, string bytes)
    {
        var reader = new NibbleReader(Convert.FromHexString(bytes));
        Assert.Equal(number, reader.U32());
        Assert.False(reader.Failed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("F9")]
    [InlineData("FFFFFFFFFFFFFFFF")]
    [InlineData("CCCCCCCCCC04")]
    public void A_number_that_does_not_end_or_is_too_great_fails(string bytes)
    {
        var reader = new NibbleReader(Convert.FromHexString(bytes));
        reader.U32();
        Assert.True(reader.Failed);
    }

    [Fact]
    public void Numbers_follow_each_other_and_what_is_behind_them_begins_at_a_byte()
    {
        var reader = new NibbleReader([0x19, 0x25, 0x03]);
        Assert.Equal([9U, 5U, 2U, 3U], [reader.U32(), reader.U32(), reader.U32(), reader.U32()]);
        Assert.Equal(3, reader.Bytes);
    }
}
