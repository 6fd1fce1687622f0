using Tripod.Proof.Checking;
using Tripod.Proof.Running;

namespace Tripod.Proof.Tests;

/// <summary>A short run of the proof for each kind of build; the long one is a command.</summary>
public sealed class ProofTests(ITestOutputHelper output)
{
    private const int Seconds = 3;

    public static TheoryData<string> Kinds => [.. BuildKind.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_shown_is_right(string kind)
    {
        var tally = ProofSeries.Run(
            new Options { Seconds = Seconds, Values = 1 },
            BuildKind.All.Single(one => one.Name == kind));

        using var report = new StringWriter();
        Report.Write(report, kind, tally);
        output.WriteLine(report.ToString());
        Assert.Empty(tally.Wrong);
        Assert.True(tally.All[Verdict.Right] > 0, "no value was seen");
        Assert.Empty(tally.NamesWrong);
        Assert.Empty(tally.Traces.MethodsWrong);
        Assert.Empty(tally.Traces.LinesWrong);
        Assert.True(tally.Traces.Right > 0, "no thread was seen at a known point");
        // The JIT merges equal calls that end two statements, and its notes name one: threads may stand at such a place
        // for much of a short run. The goal, one in a hundred, is the long run's.
        Assert.True(tally.LinesWrong.Count <= 2 + tally.LinesRight / 20, "too many lines are wrong");
        Assert.True(tally.StacksIncomplete.Count <= 2 + tally.StacksComplete / 100, "too many stacks are incomplete");
    }

    [Fact]
    public void The_same_seed_gives_the_same_program()
    {
        Assert.Equal(Generation.ProgramGenerator.Generate(7).Text, Generation.ProgramGenerator.Generate(7).Text);
        Assert.NotEqual(Generation.ProgramGenerator.Generate(7).Text, Generation.ProgramGenerator.Generate(8).Text);
    }
}
