using System.Text.RegularExpressions;
using Tripod.Wire;

namespace Tripod.Host.Tests.Capture;

public class SamplingTests
{
    private const string Timestamp = @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ";

    [Fact]
    public void A_collector_gets_samples_that_it_can_read_and_the_exit_code()
    {
        using var run = new HookedRun("good");
        string[] lines = run.WaitForSamples(5);
        run.Target.Say("return 3");

        Assert.Equal((3, ""), run.Target.End());
        Assert.Contains("exit 3", run.Wait(lines => lines.Contains("end")));
        Assert.Equal("descriptors 0 1 2 3 4", lines[1]);
        Assert.Equal("oom 1000", lines[2]);
        Assert.Equal("environment DOTNET_EnableDiagnostics=0 DOTNET_TieredPGO=0 DOTNET_gcServer=0", lines[3]);
        Assert.All(
            lines.Where(line => line.StartsWith("look", StringComparison.Ordinal)),
            line => Assert.Matches(@"^look known=(\d+) readable=\1$", line));
        Assert.Empty(File.ReadAllText(run.Log));
        Assert.True(run.IsAloneInTheEnd());
    }

    [Theory]
    [InlineData("exit 4", 4)]
    [InlineData("exit-late 5", 5)] // by a ProcessExit handler that was added after ours
    public void The_exit_code_is_the_one_that_the_target_ends_with(string how, int code)
    {
        using var run = new HookedRun("good");
        run.WaitForSamples(1);
        run.Target.Say(how);

        Assert.Equal(code, run.Target.End().Code);
        Assert.Contains("exit " + code, run.Wait(lines => lines.Contains("end")));
    }

    [Fact]
    public void An_unhandled_exception_is_told_by_its_type()
    {
        using var run = new HookedRun("good");
        run.WaitForSamples(1);
        run.Target.Say("throw");

        (int code, string errors) = run.Target.End();

        Assert.Equal(134, code); // SIGABRT, as without us
        Assert.StartsWith("Unhandled exception. CaptureTarget.Hooked+TargetException: as the test wanted", errors, StringComparison.Ordinal);
        Assert.Contains("exception CaptureTarget.Hooked+TargetException", run.Wait(lines => lines.Contains("end")));
    }

    [Theory]
    [InlineData("die-once", SkipReason.CollectorDied)]
    [InlineData("hang-once", SkipReason.DeadlineMissed)]
    [InlineData("stale-once", SkipReason.CollectorDied)]
    public void A_collector_that_fails_is_replaced_and_the_next_one_is_told(string mode, SkipReason reason)
    {
        using var run = new HookedRun(mode, deadline: 2);
        Assert.Equal("watching", run.Target.Ask("watch-children"));

        string[] lines = run.Wait(lines =>
            lines.SkipWhile(line => !line.StartsWith($"skipped {reason}", StringComparison.Ordinal)).Any(line => line.StartsWith("look", StringComparison.Ordinal)));

        Assert.Equal(2, lines.Count(line => line.StartsWith("start", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.StartsWith($"skipped {reason} ", StringComparison.Ordinal));
        Assert.Equal("0", run.Target.Ask("signals")); // no SIGCHLD for either
        run.Target.Say("return 0");
        Assert.Equal((0, ""), run.Target.End());
        Assert.True(run.IsAloneInTheEnd());
    }

    [Fact]
    public void Ticks_are_skipped_while_a_sample_is_read()
    {
        using var run = new HookedRun("hang-once", deadline: 2);

        string[] lines = run.Wait(lines => lines.Any(line => line.StartsWith("skipped StillReading", StringComparison.Ordinal)));

        Assert.Contains(lines, line => Regex.IsMatch(line, @"^skipped StillReading tick=\d+ count=([2-9]|\d\d+) "));
        run.Target.Say("return 0");
        Assert.Equal(0, run.Target.End().Code);
    }

    [Fact]
    public void A_target_that_ends_before_the_first_tick_has_its_end_in_the_log()
    {
        using var run = new HookedRun("good", interval: 3600);
        run.Target.Say("return 3");

        Assert.Equal((3, ""), run.Target.End());
        Assert.Matches(Timestamp + "Target ended: exit code 3, before the first sample\n$", File.ReadAllText(run.Log));
        Assert.True(run.IsAloneInTheEnd());
    }

    [Fact]
    public void An_unhandled_exception_before_the_first_tick_is_in_the_log()
    {
        using var run = new HookedRun("good", interval: 3600);
        run.Target.Say("throw");

        Assert.Equal(134, run.Target.End().Code);
        Assert.Matches(
            Timestamp + Regex.Escape("Target ended: unhandled exception CaptureTarget.Hooked+TargetException, before the first sample\n") + "$",
            File.ReadAllText(run.Log));
    }

    [Fact]
    public void A_collector_that_is_not_there_costs_one_line_and_nothing_else()
    {
        using var run = new HookedRun("good", collector: "/nowhere/dotnet");
        run.Target.WaitForError();

        run.Target.Say("return 3");
        (int code, string errors) = run.Target.End();

        Assert.Equal(3, code);
        Assert.Matches(@"^\[Tripod\] Not sampling: the collector /nowhere/dotnet does not start \(errno 2\); [^\n]+\n$", errors);
        Assert.Matches(Timestamp + "Target ended: exit code 3, before the first sample\n$", File.ReadAllText(run.Log));
    }

    [Fact]
    public void Children_are_not_hooked()
    {
        using var run = new HookedRun("good");
        run.WaitForSamples(1);

        foreach (string name in new[] { Handover.Variable, Handover.HooksVariable })
        {
            Assert.Equal("- -", run.Target.Ask("getenv " + name)); // managed and native
            Assert.Equal("none", run.Target.Ask("child " + name));
        }
        run.Target.Say("return 0");
        Assert.Equal((0, ""), run.Target.End());
    }

    [Fact]
    public void Nothing_of_ours_is_open_among_the_descriptors_of_the_target()
    {
        using var alone = new TargetRun(["hooked"]);
        Assert.Equal("ready", alone.ReadLine());
        using var run = new HookedRun("good");
        run.WaitForSamples(3);

        Assert.Equal(alone.Ask("descriptors"), run.Target.Ask("descriptors"));
    }
}
