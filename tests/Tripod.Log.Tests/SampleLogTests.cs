using Tripod.Log.Text;
using static Tripod.Log.Tests.Samples;

namespace Tripod.Log.Tests;

public sealed class SampleLogTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly string _path;

    public SampleLogTests() => _path = _scratch.NewLog();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void An_entry_is_in_the_file_when_Write_returns()
    {
        using var log = new SampleLog(_path);
        log.Write(Remark("first"));
        Assert.EndsWith("Note: first\n", File.ReadAllText(_path), StringComparison.Ordinal);
        log.Write(Remark("second"));
        Assert.EndsWith("Note: first\n2026-11-21T02:31:33.123Z Note: second\n", File.ReadAllText(_path), StringComparison.Ordinal);
        Assert.Equal((null, 0), (log.LastError, log.LostEntries));
    }

    [Fact]
    public void The_file_stays_private_and_its_header_stays()
    {
        string header = File.ReadAllText(_path);
        using (var log = new SampleLog(_path))
            log.Write(Remark("x"));
        Assert.StartsWith(header + "2026", File.ReadAllText(_path), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_path));
    }

    [Fact]
    public void Ten_thousand_samples_are_ten_thousand_samples()
    {
        using (var log = new SampleLog(_path))
            for (int i = 1; i <= 10_000; i++)
            {
                var sample = Of(i, MainThread(Top, Fetch(i)));
                log.Write(new SampleStacks(sample));
                log.Write(new SampleVariables(sample.Took(1)));
            }
        string[] lines = File.ReadAllLines(_path);
        Assert.Equal(10_001, lines.Count(line => line == Terms.Separator));
        Assert.Equal(Enumerable.Range(1, 10_000).Select(i => $"Sample {i} took 1.0 ms"), lines.Where(line => line.Contains(" took ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_sample_of_many_megabytes_is_written_whole()
    {
        var sample = Of(1, [.. Enumerable.Range(1, 2000).Select(id => Worker(id, [.. Enumerable.Range(1, 50).Select(Busy)]))]);
        using (var log = new SampleLog(_path))
            log.Write(new SampleStacks(sample));
        Assert.Equal(100_000, File.ReadLines(_path).Count(line => line.StartsWith("  File ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Entries_from_many_threads_are_whole_lines()
    {
        using (var log = new SampleLog(_path))
            Parallel.For(0, 1000, i => log.Write(Remark($"{i}")));
        var notes = File.ReadLines(_path).Where(line => line.Contains("Note: ", StringComparison.Ordinal)).Select(line => line.Split("Note: ")[1]);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"{i}").Order(), notes.Order());
    }

    [Fact]
    public void The_next_collector_goes_on_below_a_line_that_ends_half_a_sample()
    {
        using (var first = new SampleLog(_path))
            first.Write(new SampleStacks(Of(1, MainThread(Top))));
        File.AppendAllText(_path, "  File \"torn");
        using (var second = new SampleLog(_path))
            second.Write(Remark("second"));
        Assert.EndsWith($"  File \"torn\n{Terms.Separator}\n2026-11-21T02:31:33.123Z Note: second\n", File.ReadAllText(_path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LogFormat.Text)]
    [InlineData(LogFormat.Json)]
    public void A_sample_that_another_collector_left_without_its_end_is_found(LogFormat format)
    {
        string path = LogFile.Create(_scratch.Folder, Scratch.Header("night.csx"), format);
        var large = Of(41, [.. Enumerable.Range(1, 200).Select(id => Worker(id, Fetch(id), Busy(id)))]) with { Notes = ["2026-11-21T02:31:33.123Z Sample 7: a note"] };
        var small = Of(1234, MainThread(Top));

        Assert.Null(Unfinished(path));
        Assert.Equal(41, Unfinished(path, new SampleStacks(large)));
        File.AppendAllText(path, "  File \"torn");
        Assert.Equal(41, Unfinished(path));
        Assert.Null(Unfinished(path, Remark("plain")));
        Assert.Equal(1234, Unfinished(path, new SampleStacks(small), new SampleWaits(small)));
        Assert.Null(Unfinished(path, new SampleVariables(small)));
        File.AppendAllText(path, format == LogFormat.Json ? "{\"event\": 3}\n" : "\nSample 8: somebody's\n");
        Assert.Null(Unfinished(path));
    }

    [Fact]
    public void The_next_collector_tells_every_thread_in_full()
    {
        for (int i = 1; i <= 2; i++)
            using (var log = new SampleLog(_path))
                log.Write(new SampleStacks(Of(i, MainThread(Top))));
        Assert.DoesNotContain("unchanged", File.ReadAllText(_path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_was_moved_is_followed()
    {
        using var log = new SampleLog(_path);
        log.Write(Remark("before"));
        File.Move(_path, _path + ".1");
        log.Write(Remark("after"));
        Assert.False(File.Exists(_path));
        Assert.EndsWith("Note: after\n", File.ReadAllText(_path + ".1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_was_emptied_is_continued_without_a_hole()
    {
        using var log = new SampleLog(_path);
        log.Write(Remark("before"));
        File.WriteAllText(_path, "");
        log.Write(Remark("after"));
        Assert.Equal("2026-11-21T02:31:33.123Z Note: after\n", File.ReadAllText(_path));
    }

    [Fact]
    public void A_log_that_was_deleted_is_not_made_anew_and_what_is_lost_is_counted()
    {
        using var log = new SampleLog(_path);
        log.Write(Remark("before"));
        File.Delete(_path);
        log.Write(Remark("after"));
        log.Write(Remark("after"));
        Assert.False(File.Exists(_path));
        Assert.Equal(2, log.LostEntries);
        Assert.Equal($"the log '{_path}' is no longer there", log.LastError);
    }

    [Fact]
    public void A_log_that_an_editor_saved_anew_is_continued_and_says_what_is_missing()
    {
        using var log = new SampleLog(_path);
        log.Write(new SampleStacks(Of(1, MainThread(Top))));
        File.Copy(_path, _path + "~");
        File.Delete(_path);
        log.Write(Remark("lost"));
        log.Write(Remark("lost"));
        File.Move(_path + "~", _path);
        log.Write(new SampleStacks(Of(2, MainThread(Top))));

        string text = File.ReadAllText(_path);
        Assert.Contains("Note: from here on 2 entries could not be written: the log", text, StringComparison.Ordinal);
        Assert.DoesNotContain("unchanged", text, StringComparison.Ordinal);
        Assert.Contains("Sample 2: ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("link")]
    [InlineData("readable by all")]
    [InlineData("directory")]
    [InlineData("another file")]
    [InlineData("pipe")]
    public void What_stands_there_instead_of_the_log_is_never_written_to(string what)
    {
        string other = _scratch["other"];
        File.Move(_path, other);
        Replace(what, other);
        string before = File.ReadAllText(other);

        using var log = new SampleLog(_path);
        log.Write(Remark("x"));

        Assert.Equal((1, before), (log.LostEntries, File.ReadAllText(other)));
        Assert.NotNull(log.LastError);
    }

    [Fact]
    public void A_log_that_is_not_there_costs_entries_and_nothing_else()
    {
        using var log = new SampleLog(_scratch["missing.log"]);
        log.Write(Remark("x"));
        Assert.Equal(1, log.LostEntries);
        Assert.False(File.Exists(_scratch["missing.log"]));
    }

    [Fact]
    public void After_Dispose_nothing_is_written_and_nothing_thrown()
    {
        var log = new SampleLog(_path);
        log.Dispose();
        log.Dispose();
        log.Write(Remark("late"));
        Assert.DoesNotContain("late", File.ReadAllText(_path), StringComparison.Ordinal);
    }

    // what a collector finds after another has written this
    private static long? Unfinished(string path, params LogEntry[] entries)
    {
        using (var log = new SampleLog(path))
            Array.ForEach(entries, log.Write);
        using (var next = new SampleLog(path))
            return next.FindUnfinished();
    }

    private static Note Remark(string text) => new(Start, text);

    private void Replace(string what, string other)
    {
        switch (what)
        {
            case "link":
                File.CreateSymbolicLink(_path, other);
                break;
            case "readable by all":
                File.Copy(other, _path);
                File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
                break;
            case "directory":
                Directory.CreateDirectory(_path);
                break;
            case "another file":
                File.WriteAllText(_path, "Dear diary");
                File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                break;
            default:
                Command.Output("mkfifo", "-m", "600", _path);
                break;
        }
    }
}
