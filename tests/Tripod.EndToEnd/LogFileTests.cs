using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class LogFileTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task The_banner_names_the_log_which_only_its_owner_can_read()
    {
        await using TargetRun run = TargetRun.Start(Launch.Of("Exits", "return", "0"));
        await run.End();

        string? path = Banner.LogPath(run.Error.Text);
        Assert.Equal(run.LogPath, path);
        Assert.Matches(@"^Exits_[0-9A-Za-z]{6}\.log$", Path.GetFileName(path));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(path!));
    }

    [Fact]
    public async Task Without_an_output_directory_the_log_is_in_a_private_one_below_the_temporary_one()
    {
        Launch launch = Launch.Of("Exits", "return", "0") with { Environment = new Dictionary<string, string?> { ["TRIPOD_OUTPUT"] = null } };
        await using TargetRun run = TargetRun.Start(launch);
        await run.End();

        string path = Banner.LogPath(run.Error.Text)!;
        string directory = Path.GetDirectoryName(path)!;
        Assert.Equal(run.Scratch.Temporary, Path.GetDirectoryName(directory));
        Assert.StartsWith("tripod-", Path.GetFileName(directory), StringComparison.Ordinal);
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task The_header_tells_the_target_its_arguments_and_its_pid()
    {
        await using TargetRun run = TargetRun.Start(Launch.Of("Exits", "return", "3"));
        await run.End();

        Assert.Contains(Artifacts.Target("Exits"), run.Log.Header, StringComparison.Ordinal);
        Assert.Contains("return", run.Log.Header, StringComparison.Ordinal);
        Assert.Contains($"{run.Pid}", run.Log.Header, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_at_once_write_two_logs()
    {
        using var scratch = new Scratch();
        await using TargetRun one = TargetRun.Start(Launch.Of("Exits", "return", "0"), scratch);
        await using TargetRun other = TargetRun.Start(Launch.Of("Exits", "return", "0"), scratch);
        await Bound.Until(() => Banner.LogPath(one.Error.Text) is not null && Banner.LogPath(other.Error.Text) is not null, "two banners");

        Assert.NotEqual(Banner.LogPath(one.Error.Text), Banner.LogPath(other.Error.Text));
        Assert.Equal(2, Directory.GetFiles(scratch.Output).Length);
    }
}
