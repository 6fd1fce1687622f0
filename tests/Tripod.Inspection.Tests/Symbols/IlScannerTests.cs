using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Tests.Symbols;

public class IlScannerTests
{
    [Fact]
    public void The_first_store_of_each_local_is_found()
    {
        byte[] il =
        [
            0x17, // 0: ldc.i4.1
            0x0B, // 1: stloc.1
            0x16, // 2: ldc.i4.0
            0x0A, // 3: stloc.0
            0x16, // 4: ldc.i4.0
            0x0B, // 5: stloc.1
            0x12, 0x02, // 6: ldloca.s 2
            0x26, // 8: pop
            0x16, // 9: ldc.i4.0
            0xFE, 0x0E, 0x03, 0x00, // 10: stloc 3
            0x2A, // 14: ret
        ];
        Assert.Equal([3, 1, 6, 10, IlScanner.Never], IlScanner.FirstStores(il, 5));
    }

    [Fact]
    public void Operands_are_not_taken_for_instructions()
    {
        byte[] il =
        [
            0x20, 0x0A, 0x0A, 0x0A, 0x0A, // 0: ldc.i4 0x0A0A0A0A
            0x45, 0x02, 0x00, 0x00, 0x00, 0x0A, 0x0A, 0x0A, 0x0A, 0x0B, 0x0B, 0x0B, 0x0B, // 5: switch with two targets
            0x16, // 18: ldc.i4.0
            0x0A, // 19: stloc.0
        ];
        Assert.Equal([19, IlScanner.Never], IlScanner.FirstStores(il, 2));
    }

    [Theory]
    [InlineData(new byte[] { 0x45 })]
    [InlineData(new byte[] { 0x45, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0xFE })]
    [InlineData(new byte[] { 0x13 })]
    [InlineData(new byte[] { 0xFE, 0x0E, 0x01 })]
    public void Code_that_is_cut_off_is_read_to_its_end(byte[] il) =>
        Assert.Equal([IlScanner.Never, IlScanner.Never], IlScanner.FirstStores(il, 2));
}
