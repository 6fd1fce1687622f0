using System.Globalization;
using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>Logs of several files, of a target whose samples are some hundred kilobytes each.</summary>
public sealed class RotationTests
{
    private const int Megabyte = 1_000_000;
    private const int Calls = 120;

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Together_the_files_of_a_log_have_every_sample_that_was_ever_seen_and_each_can_be_read_by_itself(string format)
    {
        await using TargetRun run = await TargetRun.StartReady(Rotating(format, mostFiles: 9));
        HashSet<long> seen = await Follow(run, rotations: 3);
        string[] files = await FilesOf(run);

        Assert.InRange(files.Length, 4, 9);
        RotatedLog[] logs = [.. files.Select(RotatedLog.Read)];
        Assert.Contains("deep.csx", Assert.Single(logs.Select(log => log.Head).Distinct()), StringComparison.Ordinal);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.All(files[..^1], file => Assert.InRange(new FileInfo(file).Length, Megabyte, 2 * Megabyte));
        long[] numbers = [.. logs.SelectMany(log => log.Samples)];
        long last = numbers[^1]; // the target may end before that is whole
        Assert.All(logs, log => Assert.Empty(log.Samples.Except(log.Complete).Except([last])));
        Assert.All(logs.Where(log => log.Complete.Count > 0), log => Assert.InRange(log.FramesOfMain, Calls, int.MaxValue)); // not "unchanged since" another file's
        Assert.Equal(numbers.Order().Distinct(), numbers);
        Assert.Empty(seen.Except(numbers));
        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains("could not be written", StringComparison.Ordinal));
        Assert.Contains("exit code 0", File.ReadLines(files[^1]).Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Of_more_files_than_are_kept_the_oldest_are_removed(string format)
    {
        await using TargetRun run = await TargetRun.StartReady(Rotating(format, mostFiles: 2));
        await Follow(run, rotations: 3);
        string[] files = await FilesOf(run);

        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.Contains("the oldest of 2 files was removed (TRIPOD_MAX_FILES)", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Equal(Banner.LogPath(run.Error.Text), files[^1]);
    }

    private static Launch Rotating(string format, int mostFiles) => Launch.OfScript("deep.csx") with
    {
        Options = ["--format", format, "--deadline", "30", "--max-file-size", "1", "--max-files", mostFiles.ToString(CultureInfo.InvariantCulture)],
    };

    /// <summary>Reads the log at the name that was announced, as often as it can, until that has been another file a few times.</summary>
    /// <returns>The samples that were seen there.</returns>
    private static async Task<HashSet<long>> Follow(TargetRun run, int rotations)
    {
        string path = Banner.LogPath(run.Error.Text)!, head = "";
        long length = 0;
        HashSet<long> seen = [];
        await Bound.Until(() =>
        {
            string text = File.ReadAllText(path); // there is one at any time
            head = head.Length > 0 ? head : text[..text.IndexOf('\n', StringComparison.Ordinal)];
            Assert.StartsWith(head, text, StringComparison.Ordinal);
            RotatedLog log = RotatedLog.Parse(text);
            bool isNew = text.Length < length;
            Assert.All(log.Samples.Take(1), first => Assert.True(!isNew || seen.Count == 0 || first > seen.Max(), $"an old file with sample {first}"));
            seen.UnionWith(log.Samples);
            rotations -= isNew ? 1 : 0;
            length = text.Length;
            return rotations <= 0 && log.Complete.Count > 0;
        }, "a few files", run.Story);
        return seen;
    }

    /// <summary>Ends the target.</summary>
    /// <returns>All files, the oldest first.</returns>
    private static async Task<string[]> FilesOf(TargetRun run)
    {
        run.Say();
        Assert.Equal(0, await run.Exit());
        string path = Banner.LogPath(run.Error.Text)!, stem = Path.ChangeExtension(path, null), ending = Path.GetExtension(path);
        int count = Directory.GetFiles(run.Scratch.Output).Length;
        return [.. Enumerable.Range(1, count - 1).Reverse().Select(number => $"{stem}.{number}{ending}"), path];
    }
}
