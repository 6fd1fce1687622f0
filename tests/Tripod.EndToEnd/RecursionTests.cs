using System.Globalization;
using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class RecursionTests
{
    private const int Depth = 12;

    [Fact]
    public async Task Every_frame_of_a_recursion_has_its_own_arguments_and_locals()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Recursion"));
        LoggedSample sample = await run.Sample(sample => Descents(sample.Main).Count == Depth);

        IReadOnlyList<LoggedFrame> frames = Descents(sample.Main);
        for (int level = 1; level <= Depth; level++)
        {
            LoggedFrame frame = frames[level - 1];
            Assert.Equal(Text(level), frame.Arguments["level"]);
            Assert.Equal($"\"floor {level}\"", frame.Arguments["floor"]);
            Assert.Equal(Text(level * level), frame.Locals["square"]);
        }
    }

    [Fact]
    public async Task Frames_stand_oldest_first_and_end_where_the_thread_waits()
    {
        await using TargetRun run = await TargetRun.StartReady(Launch.Of("Recursion"));
        LoggedSample sample = await run.Sample(sample => Descents(sample.Main).Count == Depth);

        Assert.EndsWith("Program.Main", sample.Main.Frames[0].Method, StringComparison.Ordinal);
        Assert.Equal("Handshake.WaitForWord();", Descents(sample.Main)[^1].SourceText);
        Assert.All(Descents(sample.Main).SkipLast(1), frame => Assert.StartsWith("int below = Descend(", frame.SourceText, StringComparison.Ordinal));
    }

    private static IReadOnlyList<LoggedFrame> Descents(LoggedThread thread) =>
        [.. thread.Frames.Where(frame => frame.Method.EndsWith("Program.Descend", StringComparison.Ordinal))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
