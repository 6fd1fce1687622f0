using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>No room where compiled scripts are kept.</summary>
public sealed class FullDiskTests
{
    [Theory]
    [InlineData(4)] // not even for the folders
    [InlineData(16)] // for the first file
    public async Task A_script_runs_and_is_sampled_though_its_cache_has_no_room(int kilobytes)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root may mount a small disk");
        using var scratch = new Scratch();
        string cache = Directory.CreateDirectory(Path.Combine(scratch.Root, "cache")).FullName;
        Launch launch = Launch.OfScript("variables.csx") with
        {
            Sampled = false, // the harness adds no words: the mount comes before Tripod, in a mount namespace of its own
            Alone =
            [
                "unshare", "--mount", "/bin/bash", "-c",
                $"mount -t tmpfs -o size={kilobytes}k tmpfs '{cache}' && exec dotnet '{Artifacts.Tripod}' run \"$@\"", "bash",
            ],
            Environment = new Dictionary<string, string?> { ["XDG_CACHE_HOME"] = cache },
        };
        await using TargetRun run = TargetRun.Start(launch, scratch);
        await run.Line("ready");
        await run.MoreSamples(2);
        run.Say();

        Assert.Equal(3, await run.Exit());
        Assert.Equal(2, run.Error.Lines.Count); // the banner alone
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.Temporary)); // the script was compiled to there, and deleted
    }
}
