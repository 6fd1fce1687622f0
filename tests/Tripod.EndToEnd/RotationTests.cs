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
    public async Task Together_the_files_of_a_log_tell_of_every_tick_and_each_can_be_read_by_itself(string format)
    {
        await using TargetRun run = await TargetRun.StartReady(Rotating(format, files: 9));
        await Follow(run, rotations: 3);
        run.Say();
        Assert.Equal(0, await run.Exit());

        string[] files = FilesOf(run);
        Assert.InRange(files.Length, 4, 9);
        RotatedLog[] logs = [.. files.Select(RotatedLog.Read)];
        Assert.Contains("deep.csx", Assert.Single(logs.Select(log => log.Head).Distinct()), StringComparison.Ordinal);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.All(files[..^1], file => Assert.InRange(new FileInfo(file).Length, Megabyte, 2 * Megabyte));
        Assert.All(logs, log => Assert.Equal(log.Samples, log.Complete));
        Assert.All(logs, log => Assert.InRange(log.FramesOfFirst, Calls, int.MaxValue)); // not "unchanged since" another file's
        long tick = 0;
        foreach (var (number, skipped) in logs.SelectMany(log => log.Ticks))
        {
            tick += number is null ? skipped : 1;
            Assert.Equal(number ?? tick, tick);
        }
        Assert.Contains("exit code 0", File.ReadLines(files[^1]).Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Of_more_files_than_are_kept_the_oldest_are_removed(string format)
    {
        await using TargetRun run = await TargetRun.StartReady(Rotating(format, files: 2));
        await Follow(run, rotations: 3);
        run.Say();
        Assert.Equal(0, await run.Exit());

        string[] files = FilesOf(run);
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.Contains("the oldest of 2 files was removed (TRIPOD_MAX_FILES)", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Equal(Banner.LogPath(run.Error.Text), files[^1]);
    }

    private static Launch Rotating(string format, int files) => Launch.OfScript("deep.csx") with
    {
        Options = ["--format", format, "--deadline", "30", "--max-file-size", "1", "--max-files", files.ToString(CultureInfo.InvariantCulture)],
    };

    /// <summary>Reads the log at the name that was announced, as often as it can, until that has been another file a few times.</summary>
    private static async Task Follow(TargetRun run, int rotations)
    {
        string path = Banner.LogPath(run.Error.Text)!, head = "";
        long last = 0, length = 0;
        await Bound.Until(() =>
        {
            string text = File.ReadAllText(path); // there is one at any time
            head = head.Length > 0 ? head : text[..text.IndexOf('\n', StringComparison.Ordinal)];
            Assert.StartsWith(head, text, StringComparison.Ordinal);
            long newest = RotatedLog.Parse(text).Ticks.LastOrDefault(tick => tick.Number is not null).Number ?? 0;
            Assert.InRange(newest, newest == 0 ? 0 : last, long.MaxValue); // never an old one
            rotations -= text.Length < length ? 1 : 0;
            (last, length) = (Math.Max(last, newest), text.Length);
            return rotations <= 0;
        }, "a few files", run.Story);
    }

    /// <summary>All files, the oldest first.</summary>
    private static string[] FilesOf(TargetRun run)
    {
        string path = Banner.LogPath(run.Error.Text)!, stem = Path.ChangeExtension(path, null), ending = Path.GetExtension(path);
        int count = Directory.GetFiles(run.Scratch.Output).Length;
        return [.. Enumerable.Range(1, count - 1).Reverse().Select(number => $"{stem}.{number}{ending}"), path];
    }
}
