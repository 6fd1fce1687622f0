using Tripod.Inspection.Memory;
using Tripod.Wire;
using ThreadState = Tripod.Wire.ThreadState;

namespace Tripod.Inspection.Tests.Memory;

public unsafe class ContextTests
{
    private static readonly ContextLayout Layout = new Amd64Context();

    // offsets of CONTEXT in winnt.h beside the indexes of user_regs_struct in sys/user.h
    [Theory]
    [InlineData("rax", 0x78, 10)]
    [InlineData("rcx", 0x80, 11)]
    [InlineData("rdx", 0x88, 12)]
    [InlineData("rbx", 0x90, 5)]
    [InlineData("rsp", 0x98, 19)]
    [InlineData("rbp", 0xA0, 4)]
    [InlineData("rsi", 0xA8, 13)]
    [InlineData("rdi", 0xB0, 14)]
    [InlineData("r8", 0xB8, 9)]
    [InlineData("r9", 0xC0, 8)]
    [InlineData("r15", 0xF0, 0)]
    [InlineData("rip", 0xF8, 16)]
    public void Registers_of_a_stopped_thread_come_to_their_places(string name, int offset, int index)
    {
        byte[] context = Filled(ThreadState.Stopped);
        Assert.True(BitConverter.ToUInt64(context, offset) == 1000 + (ulong)index, name);
    }

    [Fact]
    public void Of_a_sleeping_thread_two_registers_are_known_and_the_rest_is_garbage()
    {
        byte[] context = Filled(ThreadState.Asleep);
        Assert.Equal(1016UL, Layout.GetIp(context));
        Assert.Equal(1019UL, Layout.GetSp(context));
        Assert.True(Poison.IsPoisonAddress(Layout.GetFp(context)));
        Assert.True(Poison.IsPoisonAddress(BitConverter.ToUInt64(context, 0x78)));
    }

    [Fact]
    public void Garbage_for_volatile_registers_spares_those_that_a_call_keeps()
    {
        byte[] context = Filled(ThreadState.Stopped);
        Layout.PoisonVolatile(context);
        foreach (int offset in (int[])[0x78, 0x80, 0x88, 0xA8, 0xB0, 0xB8, 0xC0, 0xC8, 0xD0])
            Assert.True(Poison.IsPoisonAddress(BitConverter.ToUInt64(context, offset)), $"0x{offset:X}");
        foreach (int offset in (int[])[0x90, 0x98, 0xA0, 0xD8, 0xE0, 0xE8, 0xF0, 0xF8])
            Assert.False(Poison.IsPoisonAddress(BitConverter.ToUInt64(context, offset)), $"0x{offset:X}");
    }

    private static byte[] Filled(ThreadState state)
    {
        var record = new ThreadRecord { State = state };
        for (int i = 0; i < ThreadRecord.RegisterCount; i++)
            record.Registers[i] = 1000 + (ulong)i;
        byte[] context = new byte[Layout.Size];
        Layout.Fill(context, record);
        return context;
    }
}
