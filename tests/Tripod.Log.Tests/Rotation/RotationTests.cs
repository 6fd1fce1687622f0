using Tripod.Log.Text;
using Tripod.Samples;
using static Tripod.Log.Tests.Samples;

namespace Tripod.Log.Tests.Rotation;

public sealed class RotationTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly Limits Small = new() { FileSize = 1, Files = 3 };

    private readonly Scratch _scratch = new();
    private readonly string _path;
    private readonly string _header;

    public RotationTests()
    {
        _path = _scratch.NewLog();
        _header = File.ReadAllText(_path);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_full_log_goes_on_in_a_new_private_file_with_the_old_name_and_the_header()
    {
        Fill(samples: 20);

        Assert.Equal([Path.GetFileName(_path), Path.GetFileName(Old(1))], Files());
        foreach (string path in new[] { _path, Old(1) })
        {
            Assert.StartsWith(_header, File.ReadAllText(path), StringComparison.Ordinal);
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(path));
        }
        Assert.EndsWith($"\n{Terms.Separator}\n", File.ReadAllText(Old(1)), StringComparison.Ordinal);
        Assert.Matches(
            @"^\S+Z Note: this goes on from the file before, which has reached 1 MB \(TRIPOD_MAX_FILE_SIZE\); \.NET 10\n\S+Z Sample 1\d: ",
            File.ReadAllText(_path)[_header.Length..]);
    }

    [Fact]
    public void Each_file_can_be_read_by_itself_and_together_they_are_the_whole_log()
    {
        Fill(samples: 25);

        long[] numbers = [.. new[] { Old(2), Old(1), _path }.SelectMany(path => EndToEnd.Logs.Log.Parse(File.ReadAllText(path)).Samples).Select(sample => sample.Number)];
        Assert.Equal(Enumerable.Range(1, 25).Select(i => (long)i), numbers);
        foreach (string path in new[] { Old(1), _path })
            Assert.DoesNotContain("unchanged", File.ReadAllText(path).Split(Terms.Separator)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_oldest_file_beyond_the_count_is_removed_and_the_log_says_so()
    {
        Fill(samples: 60);

        Assert.Equal([Path.GetFileName(_path), Path.GetFileName(Old(1)), Path.GetFileName(Old(2))], Files());
        Assert.Contains("(TRIPOD_MAX_FILE_SIZE); the oldest of 3 files was removed (TRIPOD_MAX_FILES); .NET 10\n", File.ReadAllText(_path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_file_takes_its_own_place()
    {
        Fill(samples: 20, Small with { Files = 1 });

        Assert.Equal([Path.GetFileName(_path)], Files());
        Assert.Contains("Note: the file before was removed, as it had reached 1 MB (TRIPOD_MAX_FILE_SIZE)", File.ReadAllText(_path), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_limit_it_grows()
    {
        Fill(samples: 20, Small with { FileSize = 0 });

        Assert.Single(Files());
        Assert.InRange(new FileInfo(_path).Length, 1_500_000, long.MaxValue);
    }

    [Fact]
    public void A_sample_is_never_torn_apart()
    {
        using var log = new SampleLog(_path, Small);
        var sample = Of(1, MainThread(Top), Worker(7, [.. Enumerable.Range(1, 20_000).Select(Busy)]));
        log.Write(new SampleStacks(sample));
        log.Write(new SampleVariables(sample.Took(1)));
        Assert.Single(Files());
        log.Write(new Note(Start, "next"));

        Assert.EndsWith("Note: next\n", File.ReadAllText(_path), StringComparison.Ordinal);
        Assert.Single(EndToEnd.Logs.Log.Parse(File.ReadAllText(Old(1))).Samples);
    }

    [Fact]
    public void What_is_not_a_private_file_of_the_users_is_in_the_way_which_is_said_once()
    {
        File.WriteAllText(Old(2), "diary");
        File.SetUnixFileMode(Old(2), OwnerOnly | UnixFileMode.OtherRead);
        Fill(samples: 30);

        Assert.Equal("diary", File.ReadAllText(Old(2)));
        Assert.Equal(2, Files().Length);
        Assert.Equal(2, File.ReadAllText(_path).Split($"Note: the log has reached 1 MB (TRIPOD_MAX_FILE_SIZE) and grows on: '{Old(2)}' is in the way\n").Length);
        Assert.Equal(30, EndToEnd.Logs.Log.Parse(File.ReadAllText(_path)).Samples.Count);
    }

    [Fact]
    public void A_link_in_the_place_of_an_old_file_is_not_followed()
    {
        File.WriteAllText(_scratch["victim"], "precious");
        File.CreateSymbolicLink(Old(1), _scratch["victim"]);
        Fill(samples: 20);

        Assert.Equal("precious", File.ReadAllText(_scratch["victim"]));
        Assert.Contains("is in the way", File.ReadAllText(_path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_rotation_left_is_replaced()
    {
        File.WriteAllText(Old(0), "half");
        File.SetUnixFileMode(Old(0), OwnerOnly);
        Fill(samples: 20);

        Assert.Equal(2, Files().Length);
        Assert.StartsWith(_header, File.ReadAllText(_path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_whose_header_has_no_end_grows()
    {
        File.WriteAllText(_path, "Tripod log 1\n");
        Fill(samples: 20);

        Assert.Single(Files());
        Assert.Contains("grows on: the end of its header is not found\n", File.ReadAllText(_path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_was_moved_away_is_followed_and_grows()
    {
        using var log = new SampleLog(_path, Small);
        log.Write(new Note(Start, "first"));
        File.Move(_path, _scratch["moved"]);
        Fill(log, samples: 20);

        Assert.Equal(["moved"], Files());
        Assert.Contains("Note: the log has reached 1 MB (TRIPOD_MAX_FILE_SIZE) and grows on: it is no longer where it was created\n", File.ReadAllText(_scratch["moved"]), StringComparison.Ordinal);
    }

    private void Fill(int samples, Limits? limits = null)
    {
        using var log = new SampleLog(_path, limits ?? Small);
        log.Write(new CollectorStarted(Start, 1, ".NET 10"));
        Fill(log, samples);
    }

    private static void Fill(SampleLog log, int samples)
    {
        for (int i = 1; i <= samples; i++)
        {
            log.Write(new SampleStacks(Large(i)));
            log.Write(new SampleVariables(Large(i).Took(1)));
        }
    }

    // the frames of odd and even samples differ, so that each is told in full
    private static Sample Large(int number) =>
        Of(number, MainThread(Top), Worker(7, [.. Enumerable.Range(1, 500 + number % 2).Select(Busy)]));

    private string Old(int number) => Path.ChangeExtension(_path, $".{number}.log");

    private string[] Files() => [.. Directory.GetFiles(_scratch.Folder).Select(path => Path.GetFileName(path)!).Where(name => name != "victim").OrderBy(name => name != Path.GetFileName(_path)).ThenBy(name => name)];
}
