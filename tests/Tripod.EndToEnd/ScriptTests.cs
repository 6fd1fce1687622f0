using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class ScriptTests
{
    [Fact]
    public async Task The_top_level_variables_of_a_script_appear()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.OfScript("variables.csx"));
        LoggedSample sample = await run.Sample(sample => FrameOf(sample, "Console.WriteLine(Describe(city, tries + 1));") is not null);

        IReadOnlyDictionary<string, string> variables = FrameOf(sample, "Console.WriteLine(Describe(city, tries + 1));")!.Locals;
        Assert.Equal("3", variables["tries"]);
        Assert.Equal("\"Lisbon\"", variables["city"]);
        Assert.Contains("17.5", variables["temperatures"], StringComparison.Ordinal);
        Assert.Contains("21.25", variables["temperatures"], StringComparison.Ordinal);
        Assert.DoesNotContain(variables.Keys, name => name.Contains('<') || name.Contains('$'));
    }

    [Fact]
    public async Task A_function_of_a_script_shows_its_arguments_and_its_place_in_the_script()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.OfScript("variables.csx"));
        LoggedSample sample = await run.Sample(sample => FrameOf(sample, "Console.ReadLine();") is not null);

        LoggedFrame frame = FrameOf(sample, "Console.ReadLine();")!;
        Assert.Equal(Artifacts.Script("variables.csx"), frame.File);
        Assert.EndsWith("Describe", frame.Method, StringComparison.Ordinal);
        Assert.Equal("\"Lisbon\"", frame.Arguments["place"]);
        Assert.Equal("4", frame.Arguments["attempt"]);
        Assert.Equal("\"Lisbon, attempt 4\"", frame.Locals["description"]);
    }

    [Fact]
    public async Task A_script_has_its_arguments_its_output_and_its_exit_status()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.OfScript("variables.csx", "--one", "two words"));
        run.Say();
        Outcome outcome = await run.End();

        Assert.Equal(3, outcome.ExitStatus);
        Assert.Equal("ready\nLisbon, attempt 4\n--one two words\n", run.Output.Text);
        Assert.Empty(outcome.Error);
    }

    private static LoggedFrame? FrameOf(LoggedSample sample, string line) =>
        sample.Full.SelectMany(thread => thread.Frames).FirstOrDefault(frame => frame.SourceText == line);
}
