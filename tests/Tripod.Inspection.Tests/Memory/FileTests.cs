using System.Diagnostics;
using System.Security.Cryptography;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Tests.Memory;

public sealed class FileTests : IDisposable
{
    private static readonly Guid Sha256 = new("8829d00f-11b8-4213-878b-770e8597ac16");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tripod-files-");

    [Fact]
    public void A_fifo_is_not_opened()
    {
        string fifo = Path.Combine(_folder.FullName, "fifo");
        using var mkfifo = Process.Start("mkfifo", fifo);
        mkfifo.WaitForExit();
        Assert.Equal(0, mkfifo.ExitCode);
        Assert.Null(RegularFile.TryOpen(fifo, 100));
        Assert.Null(RegularFile.TryOpen("/dev/null", 100));
        Assert.Null(RegularFile.TryOpen(_folder.FullName, 100));
        Assert.Null(RegularFile.TryOpen(Path.Combine(_folder.FullName, "missing"), 100));
        Assert.Null(RegularFile.TryOpen("relative.cs", 100));
    }

    [Fact]
    public void A_regular_file_is_opened_up_to_its_limit()
    {
        string path = Write("12345");
        using FileStream? opened = RegularFile.TryOpen(path, 5);
        Assert.Equal(5, opened!.Length);
        Assert.Null(RegularFile.TryOpen(path, 4));
    }

    [Fact]
    public void A_line_is_shown_if_the_file_is_what_was_compiled()
    {
        string path = Write("first\r\n\tsecond  \r\n");
        var document = new SourceDocument(path, Sha256, [.. SHA256.HashData(File.ReadAllBytes(path))]);
        var files = new SourceFiles();
        Assert.Equal("second", files.TryGetLine(document, 2));
        Assert.Null(files.TryGetLine(document, 0));
        Assert.Null(files.TryGetLine(document, 4));
    }

    [Fact]
    public void A_file_that_was_changed_gives_no_line()
    {
        string path = Write("first\n");
        var document = new SourceDocument(path, Sha256, [.. SHA256.HashData("other\n"u8)]);
        Assert.Null(new SourceFiles().TryGetLine(document, 1));
        Assert.Null(new SourceFiles().TryGetLine(document with { Hash = [] }, 1));
        Assert.Null(new SourceFiles().TryGetLine(document with { HashAlgorithm = Guid.Empty }, 1));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string text)
    {
        string path = Path.Combine(_folder.FullName, "source.cs");
        File.WriteAllText(path, text);
        return path;
    }
}
