using System.Text;
using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

/// <summary>Programs that bring their runtime, or are a single file.</summary>
public sealed class PublishedTests(PublishedPrograms programs) : IClassFixture<PublishedPrograms>
{
    private const string Waiting = "Console.ReadLine();";

    [Theory]
    [InlineData("folder")]
    [InlineData("single")]
    [InlineData("compressed")]
    [InlineData("dependent")]
    public async Task It_runs_as_without_Tripod_and_shows_its_frames_lines_and_values(string way)
    {
        (Outcome Plain, Outcome Sampled) both = await Twice.Run(Of(programs[way]), async run =>
        {
            await run.Line("ready");
            if (run.Launch.Sampled)
                AssertShown(await run.Sample(sample => TryWaiting(sample) is not null));
            run.Say();
        });

        Twice.AssertSame(both);
        Assert.Equal(9, both.Sampled.ExitStatus);
    }

    [Fact]
    public async Task A_single_file_whose_runtime_nobody_can_read_runs_unsampled_and_one_line_says_what_to_do()
    {
        using var scratch = new Scratch();
        string program = Changed(scratch, OwnVersion, "\"version\":\"9.9\"");
        await using TargetRun run = TargetRun.Start(Of(program));
        run.Say();

        Assert.Equal(9, await run.Exit());
        string line = Assert.Single(run.Error.Lines);
        Assert.Contains("runtime 9.9 is inside it", line, StringComparison.Ordinal);
        Assert.Contains("install that runtime", line, StringComparison.Ordinal);
        Assert.Empty(run.LogPath);
    }

    [Fact]
    public async Task A_debugging_library_of_another_build_beside_a_single_file_is_not_taken()
    {
        using var scratch = new Scratch();
        string program = Changed(scratch, OwnVersion, "\"version\":\"9.9\"");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(program)!, "libmscordaccore.so"), "no library");
        await using TargetRun run = await TargetRun.StartReady(Of(program));

        Assert.NotNull(await run.Sample(sample => TryWaiting(sample) is not null)); // that of the runtime's own build is
    }

    [Fact]
    public async Task A_single_file_without_support_for_startup_hooks_runs_unsampled_and_one_line_says_so()
    {
        using var scratch = new Scratch();
        // trimming writes this switch into the bundle's runtimeconfig.json, in the place of one that makes no difference here
        string program = Changed(scratch, "\"System.Runtime.Serialization.EnableUnsafeBinaryFormatterSerialization\": false", "\"System.StartupHookProvider.IsSupported\": false");
        await using TargetRun run = TargetRun.Start(Of(program));
        run.Say();

        Assert.Equal(9, await run.Exit());
        string line = Assert.Single(run.Error.Lines);
        Assert.Contains("publish it with StartupHookSupport=true", line, StringComparison.Ordinal);
        Assert.Empty(run.LogPath);
    }

    private static Launch Of(string program) => new() { Target = program, Alone = [], Arguments = ["a b", "--interval"] };

    private void AssertShown(LoggedSample sample)
    {
        LoggedFrame frame = TryWaiting(sample)!;
        Assert.Equal(programs.SourcePath, frame.File);
        Assert.Equal("42", frame.Locals["answer"]);
        Assert.Equal("\"forty2\"", frame.Locals["text"]);
        Assert.Contains("\"a b\", \"--interval\"", frame.Arguments["args"], StringComparison.Ordinal);
    }

    private static LoggedFrame? TryWaiting(LoggedSample sample) =>
        sample.Full.SelectMany(thread => thread.Frames).FirstOrDefault(frame => frame.SourceText == Waiting);

    private static string OwnVersion => $"\"version\": \"{Environment.Version}\"";

    /// <summary>A copy of the single file whose runtimeconfig.json says something else, padded with blanks.</summary>
    private string Changed(Scratch scratch, string old, string changed)
    {
        byte[] bytes = File.ReadAllBytes(programs["single"]);
        int at = bytes.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(old));
        Encoding.UTF8.GetBytes(changed.PadRight(old.Length)).CopyTo(bytes, at);
        string copy = Path.Combine(scratch.Root, "App");
        File.WriteAllBytes(copy, bytes);
        File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return copy;
    }
}
