using System.Text.Json;
using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class JsonTests
{
    private const string Target = "Recursion";

    [Fact]
    public async Task Each_line_of_a_log_in_JSON_is_a_document_and_its_frames_are_those_of_a_log_in_text()
    {
        await using TargetRun text = await TargetRun.StartReady(Launch.Of(Target));
        LoggedThread told = (await text.MoreSamples(1))[0].Main;
        await using TargetRun run = await TargetRun.StartReady(Launch.Of(Target) with { Options = ["--format", "json"] });
        await Bound.Until(() => Read(run).Of("sample-ended").Count() >= 3, "three samples", run.Story);
        run.Kill();
        await run.Exit();

        Assert.EndsWith(".jsonl", run.LogPath, StringComparison.Ordinal);
        JsonLog log = Read(run);
        Assert.EndsWith("\n", await File.ReadAllTextAsync(run.LogPath, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("run-started", JsonLog.Action(log.Documents[0]));
        Assert.Equal("killed by SIGKILL", log.Documents[^1].GetProperty("event").GetProperty("reason").GetString());
        Assert.All(log.Documents, document => Assert.Equal(run.Pid, document.GetProperty("process").GetProperty("pid").GetInt32()));
        Assert.All(log.Of("thread-stack").Where(IsMain), stack => Assert.Equal(told.Frames.Select(Place), JsonLog.Frames(stack).Select(Place)));
        Assert.Equal(told.Frames.SelectMany(Values), JsonLog.Frames(log.Of("thread-variables").First(IsMain)).SelectMany(Values));
    }

    [Fact]
    public async Task The_end_of_a_target_that_no_collector_saw_is_a_document_too()
    {
        await using TargetRun run = TargetRun.Start(Launch.Of("Exits", "return", "3") with { Interval = 1000, Environment = new Dictionary<string, string?> { ["TRIPOD_FORMAT"] = "json" } });
        await run.End();

        Assert.Equal(["run-started", "target-ended"], Read(run).Documents.Select(JsonLog.Action));
        Assert.Equal("exit code 3, before the first sample", Read(run).Documents[1].GetProperty("event").GetProperty("reason").GetString());
    }

    private static JsonLog Read(TargetRun run) => JsonLog.Parse(run.LogPath is "" ? "" : File.ReadAllText(run.LogPath));

    private static bool IsMain(JsonElement document) => document.GetProperty("tripod").GetProperty("thread").GetProperty("managed_id").GetInt32() == 1;

    private static (string?, int, string, string?, bool) Place(LoggedFrame frame) => (frame.File, frame.Line, frame.Method, frame.SourceText, frame.MayBeInlined);

    // of the target's own code; what the text breaks into lines is compared in the tests of the log
    private static IEnumerable<KeyValuePair<string, string>> Values(LoggedFrame frame) =>
        frame.Line == 0 ? [] : frame.Arguments.Concat(frame.Locals).Where(variable => variable.Value.Length < 50);
}
