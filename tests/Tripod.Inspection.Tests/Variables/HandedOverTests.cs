using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Variables;

/// <summary>The variables of an async method belong to the thread that runs it, also while another is still in its await.</summary>
public sealed class HandedOverTests
{
    private static readonly string[] Shown = ["text = \"given\"", "number = 1", "own = \"given1\""], Withheld = ["text = <unavailable>", "number = <unavailable>", "own = <unavailable>"];

    [Theory]
    [InlineData("InspectStates")]
    [InlineData("InspectStatesOptimized")]
    public void Of_a_method_that_another_thread_runs_on_nothing_is_shown(string target)
    {
        Sample sample = Sampled.AtInput(target, "hand over");
        Assert.Equal(Shown, Variables(sample, "waits", "Wait"));
        Assert.Equal(Withheld, Variables(sample, "runs on", "RunOn"));
        Assert.Equal(Withheld, Variables(sample, "ends", "End"));
    }

    private static IEnumerable<string> Variables(Sample sample, string thread, string method)
    {
        Frame frame = sample.FrameOf(thread, method);
        return frame.Arguments.Concat(frame.Locals).Where(variable => variable.Name is "text" or "number" or "own").Select(variable => $"{variable.Name} = {Text(variable.Value)}");
    }

    private static string Text(Value value) => value switch
    {
        StringValue text => $"\"{text.Text}\"",
        Scalar scalar => scalar.Text,
        _ when value == Value.Unavailable => "<unavailable>",
        _ => value.ToString(),
    };
}
