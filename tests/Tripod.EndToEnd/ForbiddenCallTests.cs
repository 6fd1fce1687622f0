using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>Systems that do not let Tripod do all that it does: containers with a seccomp filter, Yama, old kernels.</summary>
public sealed class ForbiddenCallTests
{
    private const int EPERM = 1, ENOSYS = 38;

    // the numbers of x64, the only architecture that can be sampled so far
    private const int Ptrace = 101, PidfdOpen = 434;

    [Fact]
    public async Task Without_ptrace_a_sleeping_thread_has_its_frames_and_the_log_says_what_is_missing()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("BusyLoop") with { Shell = Forbidding(Ptrace, EPERM) });
        // the second and later ones: the first tells that ptrace is refused
        IEnumerable<LoggedSample> samples = (await run.MoreSamples(3)).Skip(1);
        run.Kill();
        await run.End();

        Assert.All(samples, sample => Assert.Contains(sample.Thread("listener").Frames, frame => frame.Method == "BusyLoop.Program.Listen"));
        Assert.Contains("the system refused ptrace (errno 1)", await File.ReadAllTextAsync(run.LogPath, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ENOSYS)]
    [InlineData(EPERM)]
    public async Task Without_pidfds_the_target_runs_unsampled_and_one_line_says_so(int error)
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Exits", "return", "3", "wait") with { Shell = Forbidding(PidfdOpen, error) });
        await Bound.Until(() => run.Error.Text.Contains("Not sampling", StringComparison.Ordinal), "a word about it", run.Story);
        run.Say();
        Outcome outcome = await run.End();

        Assert.Equal(3, outcome.ExitStatus);
        Assert.Equal(
            $"[Tripod] Not sampling: this system has no pidfd_open (errno {error}); Linux 5.3 or later has it, unless a container forbids it\n",
            System.Text.Encoding.UTF8.GetString(outcome.Error));
    }

    private static string Forbidding(int systemCall, int error) =>
        $"exec {Artifacts.Dotnet} '{Artifacts.Target("Forbid")}' {systemCall} {error} \"$@\"";
}
