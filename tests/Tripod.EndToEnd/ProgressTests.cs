using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>What a person at a terminal sees while a script is being prepared. script(1) gives the run a terminal.</summary>
public sealed class ProgressTests
{
    private const string Line = "[Tripod] Preparing main.csx…";
    private const string Erased = "\r\e[K";

    [Fact]
    public async Task A_script_that_takes_long_to_compile_is_a_line_that_is_gone_before_the_banner()
    {
        using var scratch = new Scratch();
        await using TargetRun run = TargetRun.Start(OnTerminal(scratch), scratch);
        await Bound.Until(() => run.Output.Text.Contains(Line, StringComparison.Ordinal), "the line", run.Story);
        await LetGo(scratch);
        await run.Exit();

        Assert.StartsWith(Line + Erased + "[Tripod] Sampling every ", run.Output.Text, StringComparison.Ordinal);
        Assert.EndsWith("loaded 7\r\n", run.Output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_such_line_with_quiet()
    {
        using var scratch = new Scratch();
        await using TargetRun run = TargetRun.Start(OnTerminal(scratch, "--quiet"), scratch);
        await LetGo(scratch);
        await run.Exit();

        Assert.DoesNotContain("[Tripod]", run.Output.Text, StringComparison.Ordinal);
        Assert.EndsWith("loaded 7\r\n", run.Output.Text, StringComparison.Ordinal);
    }

    /// <summary>A script whose compilation waits at a named pipe.</summary>
    private static Launch OnTerminal(Scratch scratch, string options = "")
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script(1) of util-linux is not installed");
        Assert.SkipUnless(File.Exists("/usr/bin/mkfifo"), "mkfifo(1) is not installed");
        string script = Path.Combine(scratch.Work, "main.csx");
        File.WriteAllText(script, "#load \"pipe.csx\"\nConsole.WriteLine($\"loaded {loaded}\");\n");
        using var make = System.Diagnostics.Process.Start("/usr/bin/mkfifo", [Pipe(scratch)]);
        make.WaitForExit();
        return new Launch
        {
            Sampled = false, // the harness adds no words: script(1) is given the whole command as one
            Alone = ["/usr/bin/script", "--quiet", "--return", "--flush", "--command", $"exec dotnet '{Artifacts.Tripod}' run --no-cache {options} '{script}'"],
            Target = "/dev/null",
            Environment = new Dictionary<string, string?> { ["TERM"] = "xterm" },
        };
    }

    private static string Pipe(Scratch scratch) => Path.Combine(scratch.Work, "pipe.csx");

    /// <summary>Opening it for writing waits for the compiler to open it for reading (fifo(7)).</summary>
    private static Task LetGo(Scratch scratch) =>
        Task.Run(() => File.WriteAllText(Pipe(scratch), "int loaded = 7;\n")).WaitAsync(Bound.Patience);
}
