using System.Runtime.InteropServices;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Tests.Processes;
using Tripod.Inspection.Unwinding;

namespace Tripod.Inspection.Tests.Unwinding;

/// <summary>Unwind data that nobody wrote: they may give nothing or nonsense, but no exception, and an end.</summary>
public sealed unsafe class GarbageTests
{
    private const int Rounds = 20_000;
    private const int Columns = 17;

    [Fact]
    public void Random_instructions_come_to_an_end()
    {
        var random = new Random(4);
        int rows = 0;
        for (int i = 0; i < Rounds; i++)
        {
            byte[] instructions = new byte[random.Next(64)];
            random.NextBytes(instructions);
            var frame = new FrameDescription { Start = 0x1000, End = 0x2000, CodeAlignment = 1, DataAlignment = -8, ReturnColumn = 16, Instructions = instructions };
            if (CfiProgram.Run(frame, Columns, 0x1800) is not null)
                rows++;
        }
        Assert.InRange(rows, 1, Rounds - 1);
    }

    [Fact]
    public void Random_expressions_come_to_an_end()
    {
        using TwinReader reader = OwnProcess.Read();
        var random = new Random(5);
        var registers = new Registers(Columns);
        registers.Set(7, 0x7FFF_0000_0000);
        int values = 0;
        for (int i = 0; i < Rounds; i++)
        {
            byte[] expression = new byte[random.Next(24)];
            random.NextBytes(expression);
            if (DwarfExpression.TryEvaluate(expression, registers, reader, cfa: 0x7FFF_0000_0000, out _))
                values++;
        }
        Assert.InRange(values, 1, Rounds - 1);
    }

    // skip −3: back to itself
    [Fact]
    public void An_expression_that_goes_round_is_given_up()
    {
        using TwinReader reader = OwnProcess.Read();
        Assert.False(DwarfExpression.TryEvaluate([0x2F, 0xFD, 0xFF], new Registers(Columns), reader, cfa: 1, out _));
    }

    [Fact]
    public void A_register_that_is_not_known_makes_no_value()
    {
        using TwinReader reader = OwnProcess.Read();
        var registers = new Registers(Columns);
        Assert.False(DwarfExpression.TryEvaluate([0x77, 0x08], registers, reader, cfa: null, out _)); // breg7 8
        registers.Set(7, 100);
        Assert.True(DwarfExpression.TryEvaluate([0x77, 0x08], registers, reader, cfa: null, out ulong value));
        Assert.Equal(108UL, value);
    }

    [Fact]
    public void A_library_whose_bytes_were_changed_is_read_without_harm()
    {
        using TwinReader reader = OwnProcess.Read();
        var (address, _) = OwnProcess.Find("libclrjit.so");
        byte[] image = new byte[64 * 1024];
        Assert.Equal(image.Length, reader.Read(address, image));
        var random = new Random(6);
        byte* copy = (byte*)NativeMemory.AlignedAlloc((nuint)image.Length, 4096);
        int images = 0;
        for (int i = 0; i < 300; i++)
        {
            image.CopyTo(new Span<byte>(copy, image.Length));
            for (int change = 0; change < 4; change++)
                copy[random.Next(0x300)] = (byte)random.Next(256);
            using TwinReader changed = OwnProcess.Read();
            if (ElfImage.TryRead(changed, (ulong)copy) is not { } elf)
                continue;
            images++;
            if (FrameTable.TryRead(changed, elf.FrameTable) is { } table)
                table.Find(changed, elf.CodeStart + (ulong)random.Next(0x10000));
        }
        NativeMemory.AlignedFree(copy);
        Assert.InRange(images, 1, 299);
    }
}
