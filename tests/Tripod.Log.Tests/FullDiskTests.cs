using Tripod.Log.Text;
using Tripod.Samples;
using static Tripod.Log.Tests.Samples;

namespace Tripod.Log.Tests;

/// <summary>On a file system of 64 kB; only root can mount one.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly string _disk;

    public FullDiskTests()
    {
        _disk = Directory.CreateDirectory(_scratch["disk"]).FullName;
        bool isMounted = Environment.IsPrivilegedProcess && Command.TryRun("mount", ["-t", "tmpfs", "-o", "size=64k", "tripod-test", _disk], out _);
        if (!isMounted)
            _scratch.Dispose(); // a test that is skipped here is not disposed of
        Assert.SkipUnless(isMounted, "a file system cannot be mounted here");
    }

    public void Dispose()
    {
        Command.TryRun("umount", [_disk], out _);
        _scratch.Dispose();
    }

    [Fact]
    public void A_full_disk_costs_whole_entries_and_the_log_goes_on_when_there_is_room_again()
    {
        string path = _scratch.NewLog(_disk);
        using var log = new SampleLog(path);
        log.Write(new SampleStacks(Of(1, MainThread(Top))));
        string before = File.ReadAllText(path);
        File.WriteAllBytes(Path.Combine(_disk, "ballast"), new byte[40 * 1024]);

        log.Write(new SampleStacks(Large(2)));
        Assert.Equal((1, $"No space left on device : '{path}'"), (log.LostEntries, log.LastError));
        Assert.Equal(before, File.ReadAllText(path));

        File.Delete(Path.Combine(_disk, "ballast"));
        log.Write(new SampleStacks(Of(3, MainThread(Top))));
        string after = File.ReadAllText(path)[before.Length..];
        Assert.StartsWith($"{Terms.Separator}\n2026-11-21T02:31:38.123Z Note: from here on 1 entry could not be written: No space left on device : '{path}'\n", after, StringComparison.Ordinal);
        Assert.Contains("Sample 3: interval", after, StringComparison.Ordinal);
        Assert.Contains("    Fetch(\"https", after, StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_is_disposed_of_on_a_full_disk_without_a_word()
    {
        string path = _scratch.NewLog(_disk);
        var log = new SampleLog(path);
        string before = File.ReadAllText(path);
        File.WriteAllBytes(Path.Combine(_disk, "ballast"), new byte[40 * 1024]);
        log.Write(new SampleStacks(Large(1)));
        log.Dispose();
        Assert.Equal(1, log.LostEntries);
        Assert.StartsWith(before, File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_cannot_even_begin_is_refused_and_leaves_no_file()
    {
        File.WriteAllBytes(Path.Combine(_disk, "ballast"), new byte[64 * 1024]);
        var e = Assert.Throws<TripodException>(() => _scratch.NewLog(_disk));
        Assert.Contains("make room there, or give another directory", e.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_disk, "*.log"));
    }

    private static Sample Large(int number) => Of(number, [.. Enumerable.Range(1, 100).Select(id => Worker(id, [.. Enumerable.Range(1, 20).Select(Busy)]))]);
}
