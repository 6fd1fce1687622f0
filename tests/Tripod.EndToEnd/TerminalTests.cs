using System.Text;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>At a terminal a sampled target behaves as without Tripod, and leaves the terminal's settings as it would.</summary>
public sealed class TerminalTests
{
    private const string ControlA = "\x01", ControlC = "\x03", ControlD = "\x04", ControlZ = "\x1a", ControlBackslash = "\x1c";
    private const string Up = "\x1b[A", Enter = "\r";

    [Fact]
    public async Task Control_C_ends_the_target() =>
        await AssertSame(130, "sleep", run =>
        {
            run.Type(ControlC);
            return Task.CompletedTask;
        });

    [Fact]
    public async Task Control_C_and_control_backslash_call_the_handlers_of_CancelKeyPress() =>
        await AssertSame(4, "cancel", async run =>
        {
            await ReadsKeys(run);
            run.Type(ControlC);
            await run.Line("not ended by ControlC");
            await run.SampleIfSampled();
            run.Type(ControlBackslash);
            await run.Line("not ended by ControlBreak");
            await ReadsKeys(run);
            run.Type("go on" + Enter);
        });

    [Fact]
    public async Task Keys_are_read_one_by_one()
    {
        string screen = await AssertSame(5, "keys", async run =>
        {
            await ReadsKeys(run);
            await run.SampleIfSampled();
            run.Type("a" + Up);
            await run.Line("key UpArrow, None, character 0");
            await run.SampleIfSampled();
            run.Type(ControlA + Enter);
        });

        Assert.Contains("key A, Control, character 1\r\nkey Enter, None, character 13\r\n", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_read()
    {
        string screen = await AssertSame(6, "lines", async run =>
        {
            await ReadsKeys(run);
            await run.SampleIfSampled();
            run.Type("hello" + Enter);
            await run.Line("one read");
            await ReadsKeys(run);
            await run.SampleIfSampled();
            run.Type("xyz" + Enter);
            await run.Line("two read");
            await ReadsKeys(run);
            run.Type(ControlD);
        });

        Assert.Contains("line <hello>\r\n", screen, StringComparison.Ordinal);
        Assert.Contains("character 120\r\nrest <yz>\r\n", screen, StringComparison.Ordinal);
        Assert.Contains("end of input: True\r\n", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_size_of_the_window_reaches_the_target() =>
        await AssertSame(7, "resize", async run =>
        {
            run.Terminal!.Resize(40, 100);
            await run.Line("resized to 100 x 40");
            await run.SampleIfSampled();
            await ReadsKeys(run);
            run.Type("go on" + Enter);
        });

    [Fact]
    public async Task Control_Z_stops_the_target_and_fg_lets_it_go_on()
    {
        const string Shell = """
            set -m; "$@"; echo "stopped: $?"; read -r word; fg > /dev/null; exit $?
            """;
        await AssertSame(8, Launch.Of("Terminal", "resume") with { Shell = Shell }, async run =>
        {
            await ReadsKeys(run);
            run.Type(ControlZ);
            await run.Line("stopped: 148"); // 128 + SIGTSTP
            run.Type("fg\n"); // Enter would do in a shell of a person's own, which sets the terminal right for itself
            await run.Line("resumed");
            await ReadsKeys(run);
            await run.SampleIfSampled();
            run.Type("go on" + Enter);
        });
    }

    /// <summary>Waits until the target has switched echo off, which it does for as long as it reads from the terminal.</summary>
    private static Task ReadsKeys(TargetRun run) => Bound.Until(() => !run.Terminal!.Echoes, "a target that reads keys", run.Story);

    private static Task<string> AssertSame(int status, string use, Func<TargetRun, Task> then) =>
        AssertSame(status, Launch.Of("Terminal", use), then);

    /// <summary>Gives what the sampled target has shown.</summary>
    private static async Task<string> AssertSame(int status, Launch launch, Func<TargetRun, Task> then)
    {
        launch = launch with { AtTerminal = true, Interval = 0.05, Environment = new Dictionary<string, string?> { ["TERM"] = "xterm" } };
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(launch, async run =>
        {
            await run.SampleSomewhile();
            await then(run);
        });
        Twice.AssertSame(both);
        Assert.Equal(status, both.Sampled.ExitStatus);
        Assert.Equal(both.Plain.Settings, both.Sampled.Settings);
        return Encoding.UTF8.GetString(both.Sampled.Output);
    }
}
