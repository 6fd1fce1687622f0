using Tripod.Inspection.Tests.Processes;

namespace Tripod.Inspection.Tests.Variables;

/// <summary>Programs stopped at instructions that nobody chose: a value may be missing, but never wrong.</summary>
public sealed class RightValuesTests(ITestOutputHelper output)
{
    private const int Samples = 25;

    [Fact]
    public void In_a_debug_build_nearly_every_value_is_there_and_none_is_wrong()
    {
        var tally = Count("InspectChain");
        Assert.Empty(tally.Wrong);
        Assert.True(tally.Right > 99 * tally.Unavailable, tally.ToString());
    }

    [Theory]
    [InlineData("code compiled quickly", "DOTNET_TC_CallCounting", "0")]
    [InlineData("code compiled fully at once", "DOTNET_TieredCompilation", "0")]
    [InlineData("code that is replaced while it runs", "DOTNET_TC_OnStackReplacement", "1")]
    public void In_optimised_code_no_value_is_wrong(string code, string variable, string setting)
    {
        output.WriteLine(code);
        var tally = Count("InspectChainOptimized", (variable, setting));
        Assert.Empty(tally.Wrong);
        Assert.True(tally.Right > 0, tally.ToString());
    }

    private Tally Count(string program, params (string, string)[] environment)
    {
        var tally = new Tally();
        using var target = TargetProcess.Start(program, environment.ToDictionary(), []);
        using var inspector = new Inspector(target.Pid, new InspectionOptions());
        for (int number = 1; number <= Samples; number++)
        {
            using var stopped = StoppedProcess.Stop(target.Pid);
            tally.Add(inspector.ReadVariables(inspector.ReadStacks(stopped.Capture(number))));
        }
        output.WriteLine(tally.ToString());
        return tally;
    }
}
