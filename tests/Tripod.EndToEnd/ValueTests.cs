using Tripod.EndToEnd.Logs;
using Tripod.EndToEnd.Runs;

namespace Tripod.EndToEnd;

public sealed class ValueTests(ValueTests.HoldFrame held) : IClassFixture<ValueTests.HoldFrame>
{
    [Theory]
    [InlineData("answer", "42")]
    [InlineData("big", "-9000000000000000001")]
    [InlineData("ratio", "2.5")]
    [InlineData("price", "19.95")]
    [InlineData("open", "true")]
    [InlineData("initial", "'T'")]
    [InlineData("greeting", "\"good morning\"")]
    [InlineData("nothing", "null")]
    [InlineData("some", "7")]
    [InlineData("none", "null")]
    public void A_simple_value_reads_as_in_CSharp(string variable, string text) => Assert.Equal(text, held.Locals[variable]);

    [Theory]
    [InlineData("day", "Tuesday")]
    [InlineData("instant", "2026-11-21", "02:31:38")]
    [InlineData("span", "01:02:03")]
    [InlineData("id", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("primes", "2, 3, 5, 7, 11")]
    [InlineData("names", "\"Ada\"", "\"Grace\"", "\"Edsger\"")]
    [InlineData("ages", "\"Ada\"", "36", "\"Grace\"", "85")]
    [InlineData("seen", "4", "8")]
    [InlineData("pair", "1", "\"one\"")]
    [InlineData("ring", "Node", "Label", "\"first\"", "Next")]
    [InlineData("failure", "InvalidOperationException", "no tea left")]
    [InlineData("callback", "Callback")]
    [InlineData("many", "1,000", "0, 1, 2")]
    public void A_compound_value_shows_its_parts(string variable, params string[] parts) =>
        Assert.All(parts, part => Assert.Contains(part, held.Locals[variable], StringComparison.Ordinal));

    [Fact]
    public void A_record_shows_its_properties() =>
        Assert.All((string[])["Person", "Name", "\"Ada\"", "Age", "36"],
            part => Assert.Contains(part, held.Frame.Arguments["person"], StringComparison.Ordinal));

    [Fact]
    public void Secrets_are_redacted_and_nowhere_in_the_log()
    {
        Assert.Equal("<redacted>", held.Frame.Arguments["password"]);
        Assert.Equal("<redacted>", held.Locals["apiKey"]);
        Assert.DoesNotContain("hunter8-argument", held.LogText, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter5-local", held.LogText, StringComparison.Ordinal);
    }

    [Fact]
    public void No_control_character_of_a_value_reaches_the_log()
    {
        Assert.Equal(@"""\u001B[31mred\n80 dashes\u202E\uD800""", held.Locals["hostile"]);
        Assert.DoesNotContain(held.LogText, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\u202e', held.LogText);
    }

    /// <summary>One run for all: the frame of the method Hold, and the log it stands in.</summary>
    public sealed class HoldFrame : IAsyncLifetime
    {
        internal LoggedFrame Frame { get; private set; } = null!;

        internal IReadOnlyDictionary<string, string> Locals => Frame.Locals;

        internal string LogText { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            await using TargetRun run = await TargetRun.StartReady(Launch.Of("ManyValues"));
            LoggedSample sample = await run.Sample(sample => Hold(sample) is { SourceText: "Wait();" });
            Frame = Hold(sample)!;
            run.Say();
            await run.End();
            LogText = run.Log.Text;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static LoggedFrame? Hold(LoggedSample sample) =>
            sample.Main.Frames.FirstOrDefault(frame => frame.Method.EndsWith("Program.Hold", StringComparison.Ordinal));
    }
}
