using System.Text;
using Tripod.Log.Text;
using Tripod.Samples;
using static Tripod.Log.Tests.Samples;

namespace Tripod.Log.Tests.Text;

public sealed class AttackTests
{
    // A line of its own, colours, a right-to-left override, a line separator, NEL, BOM, zero width, tags, half a pair, a pile of marks.
    private const string Evil = "x\n2026-11-21T02:31:33.123Z Target ended: exit code 0\r\u001b[31m\u202eabc\u2028\u0085\ufeff\u200b\U000E0041\ud800 e\u0301\u0301\u0301\u0301\u0301\0";

    [Fact]
    public void No_text_from_outside_can_forge_a_line_or_reach_the_terminal_raw()
    {
        var entries = Entries(Evil).ToArray();
        string text = Printed.Header(Header(Evil)) + Printed.Entries(entries);
        string honest = Printed.Header(Header("x")) + Printed.Entries([.. Entries("x")]);

        Assert.All(text.EnumerateRunes(), rune => Assert.True(rune.Value == '\n' || !Escape.IsUnsafe(rune), $"U+{rune.Value:X4}"));
        Assert.Equal(text, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(Stamped(honest), Stamped(text));
    }

    [Fact]
    public void Whatever_is_given_to_the_writer_stays_on_its_line()
    {
        var output = new StringWriter();
        new LineWriter(output).Line(Evil);
        Assert.Equal(output.ToString().Length - 1, output.ToString().IndexOf('\n', StringComparison.Ordinal));
    }

    private static int Stamped(string text) => text.Split('\n').Count(line => line.StartsWith("2026-", StringComparison.Ordinal));

    // As if the reader of the target had escaped nothing.
    private static IEnumerable<LogEntry> Entries(string evil)
    {
        var frame = new Frame
        {
            Method = evil,
            ShortMethod = evil,
            Parameters = [evil],
            Assembly = evil,
            Source = new SourceLine(evil, 1, evil),
            Locals = [.. Values(evil).Select(value => Var(evil, value))],
        };
        var thread = MainThread(frame, frame with { Source = null }) with { Name = evil, WaitingIn = evil };
        var sample = Of(1, thread, thread with { ManagedId = 2, Problem = evil }) with { Notes = [evil] };
        yield return new CollectorStarted(Start, 1, evil);
        yield return new SampleStacks(sample);
        yield return new SampleVariables(sample);
        yield return new SampleStacks(sample with { Number = 2 });
        yield return new SkippedTicks(Start, evil, 1);
        yield return new Note(Start, evil);
        yield return new TargetEnded(Start, evil);
    }

    private static Value[] Values(string evil) =>
    [
        Quote(evil), new Scalar(evil), new NoValue(evil), new Elided(evil), new Elided(evil, 1), new Cycle(evil),
        new Sequence(evil, 1, [Quote(evil + new string('a', 100))]), new Map(evil, 1, [new(Quote(evil), Quote(evil))]),
        new Composite(evil, [new Member(evil, Quote(evil))]), new StringValue(evil, 1, true),
    ];

    private static RunHeader Header(string evil) => new()
    {
        Target = evil,
        Arguments = [evil],
        ProcessId = 1,
        Started = Start,
        Interval = TimeSpan.FromSeconds(5),
        WorkingDirectory = evil,
        Version = evil,
        Settings = [$"{evil} {evil}"],
    };
}
