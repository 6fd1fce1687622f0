using System.Globalization;
using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class BusyLoopTests
{
    private const long First = 1_000_000_007;

    [Theory]
    [InlineData("BusyLoop")]
    [InlineData("BusyLoopOptimized")]
    public async Task A_thread_in_a_busy_loop_shows_its_method_on_top(string target)
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of(target));
        await run.Sample(InTheLoop);

        foreach (LoggedSample sample in await run.MoreSamples(5, WasStopped))
        {
            Assert.True(InTheLoop(sample), sample.Text);
            Assert.Equal("Program.cs", Path.GetFileName(sample.Main.Top!.File));
            Assert.Contains("running", sample.Main.Heading, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_variables_of_a_busy_loop_have_the_values_of_the_instant()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("BusyLoop"));
        await run.Sample(InTheLoop);
        IReadOnlyList<LoggedFrame> frames = [.. (await run.MoreSamples(5, WasStopped)).Select(Loop)];
        long last = await LastValue(run);

        long previous = First;
        foreach (LoggedFrame frame in frames)
        {
            long counter = Number(frame.Locals["counter"]);
            Assert.Equal(First, Number(frame.Arguments["first"]));
            Assert.InRange(counter, previous, last); // on a loaded machine it may have had no processor since the sample before
            Assert.Contains(-Number(frame.Locals["mirror"]), new[] { counter, counter - 1 });
            previous = counter;
        }
        Assert.True(frames.Select(frame => Number(frame.Locals["counter"])).Distinct().Count() > 1, "the loop never went on");
    }

    [Fact]
    public async Task An_optimised_busy_loop_shows_right_values_or_none()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("BusyLoopOptimized"));
        await run.Sample(InTheLoop);
        IReadOnlyList<LoggedFrame> frames = [.. (await run.MoreSamples(5, WasStopped)).Select(Loop)];
        long last = await LastValue(run);

        Assert.All(frames, frame => AssertRightOrNone(frame, last));
    }

    private static LoggedFrame Loop(LoggedSample sample)
    {
        Assert.True(InTheLoop(sample), sample.Text);
        return sample.Main.Top!;
    }

    private static void AssertRightOrNone(LoggedFrame frame, long last)
    {
        if (Value(frame.Arguments, "first") is { } first)
            Assert.Equal(First, first);
        if (Value(frame.Locals, "counter") is { } counter)
            Assert.InRange(counter, First, last);
        if (Value(frame.Locals, "mirror") is { } mirror)
            Assert.InRange(mirror, -last, -First);
    }

    private static bool WasStopped(LoggedSample sample) => !sample.Main.WasNotStopped;

    private static bool InTheLoop(LoggedSample sample) => sample.Main.Top is { } top && top.Method.EndsWith("Program.Spin", StringComparison.Ordinal);

    private static async Task<long> LastValue(TargetRun run)
    {
        run.Say();
        await run.End();
        return Number(run.Output.Lines.Single(line => line.StartsWith("last ", StringComparison.Ordinal)).Split(' ', ',')[1]);
    }

    /// <summary>Null for a variable that has no value at this place, and says so.</summary>
    private static long? Value(IReadOnlyDictionary<string, string> variables, string name) =>
        variables.TryGetValue(name, out string? text) && text != "<unavailable>" && text != "<not assigned yet>" ? Number(text) : null;

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
