using Tripod.Tests.Architecture;

namespace Tripod.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("tripod-test-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help", "-h")]
    [InlineData("run-help", "run", "--help")]
    [InlineData("run-help", "run", "--interval", "2", "-h")]
    public void The_help_is_what_was_approved(string approved, params string[] arguments)
    {
        var run = TripodProcess.Run(arguments);

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Commands", approved + ".approved.txt")), run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public void The_version_is_one_line() => Assert.Matches(@"\Atripod [0-9]+\.[0-9]+\.[0-9]+\n\z", TripodProcess.Run(["--version"]).Output);

    [Theory]
    [InlineData("tripod ru", "run\n")]
    [InlineData("tripod run --int", "--interval\n")]
    [InlineData("tripod run --max-fr", "--max-frames\n")]
    [InlineData("tripod run --form", "--format\n")]
    [InlineData("tripod run --max-fi", "--max-file-size\n--max-files\n")]
    [InlineData("tripod run --interval 5 --env", "--env-file\n")]
    [InlineData("tripod run App.dll --int", "")]
    [InlineData("tripod run --output ", "")]
    public void The_shell_can_ask_how_a_line_goes_on(string line, string expected) =>
        Assert.Equal(expected, TripodProcess.Run([$"[suggest:{line.Length}]", line]).Output);

    [Theory]
    [InlineData("unknown command or option 'walk'", "walk", "App.dll")]
    [InlineData("unknown command or option '--frob'", "--frob")]
    [InlineData("no command")]
    [InlineData("no target", "run")]
    [InlineData("'@file' was not found", "run", "@file")]
    public void Misuse_is_one_line_that_says_what_is_wrong(string complaint, params string[] arguments)
    {
        var run = TripodProcess.Run(arguments);

        Assert.Contains(complaint, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
        Assert.Equal("", run.Output);
        Assert.InRange(run.ExitCode, 125, 127);
    }

    [Fact]
    public void A_target_runs_unsampled_where_sampling_is_switched_off()
    {
        var run = TripodProcess.Run(["run", TripodProcess.Command, "--version"], ("TRIPOD_ENABLED", "0"), ("TRIPOD_OUTPUT", _directory));

        Assert.Equal(TripodProcess.Run(["--version"]), run);
        Assert.Empty(Directory.GetFiles(_directory));
    }

    [Fact]
    public void A_sampled_target_is_announced_unless_the_user_wants_quiet()
    {
        string[] target = [Repository.Program("Exits"), "return", "3"];

        var told = TripodProcess.Run(["run", "--output", _directory, .. target]);
        var quiet = TripodProcess.Run(["run", "--quiet", "--output", _directory, .. target]);

        Assert.StartsWith("[Tripod] Sampling every 5.000000 seconds\n[Tripod] Writing output to: ", told.Errors, StringComparison.Ordinal);
        Assert.Equal(told with { Errors = "" }, quiet);
        Assert.Equal(2, Directory.GetFiles(_directory).Length);
    }
}
