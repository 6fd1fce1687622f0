using System.Runtime.InteropServices;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Tests.Processes;
using Tripod.Inspection.Unwinding;

namespace Tripod.Inspection.Tests.Unwinding;

/// <summary>A function that pushes registers, and whose unwind data tell only that the stack grows.</summary>
public sealed unsafe class UnsaidPushTests
{
    private const int Rbx = 3, Rbp = 6, R12 = 12, R15 = 15;

    // push rbp; push rbx; push r12; push rax; lea rsp, [rsp - 56]; mov rbx, rdi
    private static readonly byte[] Code = [0x55, 0x53, 0x41, 0x54, 0x50, 0x48, 0x8D, 0x64, 0x24, 0xC8, 0x48, 0x89, 0xFB];

    private readonly Amd64Registers _table = new();

    [Fact]
    public void First_pushes_are_read_in_their_order()
    {
        byte[] withMark = [0xF3, 0x0F, 0x1E, 0xFA, .. Code];
        Assert.Equal([Rbp, Rbx, R12, 0], Pushes(Code));
        Assert.Equal([Rbp, Rbx, R12, 0], Pushes(withMark));
        Assert.Empty(Pushes(Code[5..]));
    }

    [Fact]
    public void A_register_that_was_pushed_is_on_the_stack()
    {
        UnwindRow row = Complete(Row(96));
        Assert.Equal([-16L, -24, -32], new[] { Rbp, Rbx, R12 }.Select(register => row[register].Value));
        Assert.All([Rbp, Rbx, R12], register => Assert.Equal(RuleKind.Offset, row[register].Kind));
    }

    [Fact]
    public void A_register_that_was_not_pushed_is_where_it_was()
    {
        Assert.Equal(RuleKind.Unspecified, Complete(Row(96))[R15].Kind);
        Assert.Equal(RuleKind.Unspecified, Complete(Row(96))[0].Kind); // no call keeps rax
    }

    [Fact]
    public void A_register_that_is_still_to_be_pushed_or_was_popped_is_where_it_was()
    {
        UnwindRow row = Complete(Row(16));
        Assert.Equal(RuleKind.Offset, row[Rbp].Kind);
        Assert.Equal(RuleKind.Unspecified, row[Rbx].Kind);
    }

    [Fact]
    public void What_the_data_say_is_believed()
    {
        UnwindRow row = Row(96);
        row[Rbx] = new RegisterRule(RuleKind.Offset, -64);
        Assert.Equal(-64, Complete(row)[Rbx].Value);
    }

    [Fact]
    public void The_runtimes_slow_allocation_says_where_registers_are()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "the code is x64's");
        using TwinReader reader = OwnProcess.Read();
        var (address, _) = OwnProcess.Find("libcoreclr.so");
        NativeModule module = NativeModule.TryRead(reader, address, _table)!;
        // push rbp; push rbx; push r15; push r14; push r13; push r12; lea rsp, [rsp - 56]; lea rcx, [rsp + 8]; mov rbx, rdi
        byte[] start = [0x55, 0x53, 0x41, 0x57, 0x41, 0x56, 0x41, 0x55, 0x41, 0x54, 0x48, 0x8D, 0x64, 0x24, 0xC8, 0x48, 0x8D, 0x4C, 0x24, 0x08, 0x48, 0x89, 0xFB];
        ulong found = Find(reader, module, start);
        Assert.SkipWhen(found == 0, "this runtime allocates in another way");
        UnwindRow row = module.FindRow(reader, found + (ulong)start.Length, isExact: true)!;
        Assert.Equal(new RegisterRule(RuleKind.Offset, -24), row[Rbx]);
        Assert.Equal(new RegisterRule(RuleKind.Offset, -56), row[R12]);
    }

    private static ulong Find(TwinReader reader, NativeModule module, byte[] bytes)
    {
        var code = new byte[module.Image.CodeEnd - module.Image.CodeStart];
        int place = code.AsSpan(0, reader.Read(module.Image.CodeStart, code)).IndexOf(bytes);
        return place < 0 ? 0 : module.Image.CodeStart + (ulong)place;
    }

    private IReadOnlyList<int> Pushes(byte[] code)
    {
        byte* memory = stackalloc byte[64];
        new Span<byte>(memory, 64).Fill(0x90);
        code.CopyTo(new Span<byte>(memory, 64));
        using TwinReader reader = OwnProcess.Read();
        return _table.FindFirstPushes(reader, (ulong)memory);
    }

    private UnwindRow Complete(UnwindRow row)
    {
        UnsaidPushes.AddTo(row, UnwindRow.AtEntry(_table), Pushes(Code), _table);
        return row;
    }

    private UnwindRow Row(long cfa)
    {
        UnwindRow row = UnwindRow.AtEntry(_table);
        row.Cfa = new CfaRule(_table.Sp, cfa);
        return row;
    }
}
