using Tripod.Log.Append;

namespace Tripod.Log.Tests.Append;

public sealed class EntryStreamTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_write_that_fails_is_told_at_the_end_of_the_entry_and_never_thrown()
    {
        File.WriteAllText(_scratch["file"], "old");
        using var stream = new EntryStream(File.OpenRead(_scratch["file"]));
        stream.Begin(long.MaxValue);
        stream.Write("new"u8);
        stream.Flush();
        Assert.NotNull(stream.End());
        Assert.Equal("old", File.ReadAllText(_scratch["file"]));
    }

    [Fact]
    public void An_entry_that_is_given_up_leaves_nothing_and_the_next_one_is_whole()
    {
        using var stream = new EntryStream(Create());
        stream.Begin(long.MaxValue);
        stream.Write(new byte[200_000]);
        stream.Fail(new InvalidOperationException("half an entry"));
        Assert.Equal("half an entry", stream.End()?.Message);
        Assert.Equal(0, new FileInfo(_scratch["file"]).Length);

        stream.Begin(long.MaxValue);
        stream.Write("next"u8);
        Assert.Null(stream.End());
        Assert.Equal("next", File.ReadAllText(_scratch["file"]));
    }

    [Fact]
    public void An_entry_longer_than_the_buffer_comes_out_in_order()
    {
        byte[] bytes = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i % 251))];
        using var stream = new EntryStream(Create());
        stream.Begin(long.MaxValue);
        foreach (byte[] part in bytes.Chunk(7_777))
            stream.Write(part);
        Assert.Null(stream.End());
        Assert.Equal(bytes, File.ReadAllBytes(_scratch["file"]));
    }

    [Fact]
    public void An_entry_that_is_too_long_says_so_to_its_printer_once_and_is_never_in_the_file()
    {
        using var stream = new EntryStream(Create());
        stream.Separate("--\n");
        stream.Begin(10);
        stream.Write("1234567"u8);
        Assert.Throws<EntryTooLongException>(() => stream.Write("8"u8));
        stream.Write("9"u8);
        Assert.IsType<EntryTooLongException>(stream.End());

        stream.Begin(10);
        stream.Write("1234567"u8);
        Assert.Null(stream.End());
        Assert.Equal("--\n1234567", File.ReadAllText(_scratch["file"]));
    }

    private FileStream Create() => new(_scratch["file"], FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
}
