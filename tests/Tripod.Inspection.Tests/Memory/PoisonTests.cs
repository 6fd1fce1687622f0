using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Tests.Memory;

public class PoisonTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Garbage_is_recognised_in_every_width(int width)
    {
        for (int register = 0; register < Poison.Count; register++)
        {
            byte[] bytes = new byte[16];
            BitConverter.TryWriteBytes(bytes, Poison.Of(register));
            Assert.True(Poison.IsPoison(bytes.AsSpan(0, width)));
        }
    }

    [Fact]
    public void Ordinary_values_are_not_garbage()
    {
        Assert.False(Poison.IsPoison([]));
        Assert.False(Poison.IsPoison(BitConverter.GetBytes(0L)));
        Assert.False(Poison.IsPoison(BitConverter.GetBytes(-1)));
        Assert.False(Poison.IsPoison(BitConverter.GetBytes(Poison.Of(0) + 1)));
        Assert.False(Poison.IsPoisonAddress(0x7fff_1234_5678));
    }

    [Fact]
    public void An_address_near_garbage_is_recognised()
    {
        Assert.True(Poison.IsPoisonAddress(Poison.Of(5) - 0x1000));
        Assert.True(Poison.IsPoisonAddress(Poison.Of(31) + 0x1000));
    }
}
