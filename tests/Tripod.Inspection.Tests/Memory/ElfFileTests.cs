using Tripod.Inspection.Memory;

namespace Tripod.Inspection.Tests.Memory;

public sealed class ElfFileTests
{
    [Fact]
    public void A_shared_library_is_one() =>
        Assert.True(ElfFile.IsLibrary(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libcoreclr.so"))));

    [Fact]
    public void A_program_is_none() => Assert.False(ElfFile.IsLibrary(File.ReadAllBytes("/bin/sh")));

    [Theory]
    [InlineData("")]
    [InlineData("#!/bin/sh\necho hello, this is a script that is longer than a header of ELF would be\n")]
    [InlineData("\u007fELF")]
    public void Neither_is_anything_else(string content) =>
        Assert.False(ElfFile.IsLibrary(System.Text.Encoding.Latin1.GetBytes(content)));
}
