using System.Globalization;
using System.Runtime.InteropServices;

namespace Tripod.Host.Tests.Capture;

public sealed partial class CaptureTests : IDisposable
{
    private const int SIGKILL = 9;
    private const int SIGSTOP = 19;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("tripod-capture-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Two_hundred_captures_tell_the_truth_and_leave_nothing_behind()
    {
        using var target = new TargetRun(
            ["check", "200", _directory.FullName],
            ("DOTNET_PerfMapEnabled", "3"),
            ("DOTNET_PerfMapJitDumpPath", _directory.FullName));

        Dictionary<string, string> values = target.Values();

        int Number(string name) => int.Parse(values[name], CultureInfo.InvariantCulture);
        Assert.True(Number("calls") > 100, values["calls"]);
        // stopped with its program counter in its method; or, on a busy machine, honestly not stopped in time
        Assert.Equal(200, Number("spinning") + Number("late"));
        Assert.True(Number("spinning") >= 150, values["spinning"]);
        foreach (string incidental in new[] { "checking", "calls", "hung", "spinning", "late", "unstable", "restarted" })
            values.Remove(incidental);
        foreach (string busy in values.Keys.Where(name => name.StartsWith("busy_", StringComparison.Ordinal)))
            values.Remove(busy);
        Assert.Equal(
            [
                "captured 200",
                "sleeping 200", // never touched
                "frozen 200", // the twin stands still while the target goes on
                "interrupted 0", // EINTR in epoll_wait, recv with a timeout, nanosleep
                "sigchld 0",
                "children 0",
                "descriptors same",
            ],
            values.Select(value => value.Key + " " + value.Value));
    }

    [Fact]
    public void Threads_that_wake_one_another_are_there_and_none_is_said_to_sleep_that_does_not()
    {
        using var target = new TargetRun(["ring", "300"]);

        Dictionary<string, string> values = target.Values();

        int Number(string name) => int.Parse(values[name], CultureInfo.InvariantCulture);
        Assert.Equal(0, Number("wrong"));
        Assert.True(Number("sleeping") > 500, values["sleeping"]);
        Assert.True(Number("dozing") > 100, values["dozing"]);
        Assert.True(Number("unstable") < 0.03 * Number("sleeping"), values["unstable"]);
    }

    [Fact]
    public void Where_a_timer_wakes_a_thread_during_the_fork_another_twin_serves_and_those_before_it_end()
    {
        using var target = new TargetRun(["twice"]);

        Assert.Equal(["serves last", "others ended", "last lives", "left False"], target.Lines());
    }

    [Fact]
    public void When_tracers_are_killed_or_stopped_every_thread_runs_on()
    {
        using var target = new TargetRun(["survive", "6"]);
        string tid = target.ReadLine().Split(' ')[1];
        string children = $"/proc/{target.Pid}/task/{tid}/children";
        int last = 0;
        for (int seen = 0, attacks = 0; !target.HasExited;)
        {
            int child = FirstChild(children);
            if (child == 0 || child == last)
                continue;
            last = child;
            if (seen++ / 4 % 2 == 1)
                continue; // some captures are to succeed between
            _ = kill(child, attacks++ % 3 == 2 ? SIGSTOP : SIGKILL); // it may have ended by now
        }

        Dictionary<string, string> values = target.Values();

        Assert.Equal("0", values["stuck"]);
        Assert.True(int.Parse(values["hung"], CultureInfo.InvariantCulture) >= 6, values["hung"]);
        Assert.True(int.Parse(values["good"], CultureInfo.InvariantCulture) >= 6, values["good"]);
    }

    [Fact]
    public void Where_ptrace_is_forbidden_the_sleepers_are_still_captured()
    {
        using var target = new TargetRun(["refuse"]);

        string[] once = ["reason None", "error 1", "pause 0", "spinner Refused 1", "asleep True"];
        Assert.Equal([.. once, .. once], target.Lines());
    }

    /// <summary>The newest child of the capturing thread: a tracer, or a twin.</summary>
    private static int FirstChild(string path)
    {
        try
        {
            string[] pids = File.ReadAllText(path).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return pids.Length == 0 ? 0 : pids.Max(pid => int.Parse(pid, CultureInfo.InvariantCulture));
        }
        catch (IOException) // the target has ended
        {
            return 0;
        }
    }

    [LibraryImport("libc")]
    private static partial int kill(int pid, int signal);
}
