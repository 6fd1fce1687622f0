using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Variables;

/// <summary>Where a variable lies whose address optimised code gives away, the method knows that it is given to.</summary>
public sealed class ByReferenceTests
{
    [Fact]
    public void A_variable_is_shown_while_the_method_runs_that_has_its_address()
    {
        Sample sample = Sampled.AtInput("InspectStatesOptimized", "by reference");
        Assert.Equal(("1", "2"), (Number(sample, "kept", "Give", "v1"), Number(sample, "kept", "Give", "v2")));
        Assert.Equal(("1", "2"), (Number(sample, "kept", "Take", "first"), Number(sample, "kept", "Take", "second")));
    }

    [Fact]
    public void It_is_not_shown_if_that_method_may_have_turned_to_another()
    {
        Sample sample = Sampled.AtInput("InspectStatesOptimized", "by reference");
        Assert.Equal("99", Number(sample, "changed", "TakeOther", "value"));
        Assert.Null(Number(sample, "changed", "GiveAway", "v4"));
    }

    private static string? Number(Sample sample, string thread, string method, string variable)
    {
        Frame frame = sample.FrameOf(thread, method);
        return (Assert.Single(frame.Arguments.Concat(frame.Locals), other => other.Name == variable).Value as Scalar)?.Text;
    }
}
