using System.Text;
using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Values;

public class LocalsTests
{
    [Fact]
    public void Each_kind_of_argument_and_local_is_shown_as_approved()
    {
        var sample = Sampled.AtInput("InspectLocals");
        var text = new StringBuilder();
        foreach (var frame in sample.Threads[0].Frames.Where(frame => frame.Method.StartsWith("InspectLocals.", StringComparison.Ordinal)))
            text.AppendLine(frame.Method).Append(Lines(frame.Arguments)).AppendLine("  --").Append(Lines(frame.Locals));
        Approved.Equals(text.ToString(), "Values/Locals");
    }

    private static string Lines(IEnumerable<Variable> variables) =>
        string.Concat(variables.Select(variable => $"  {variable.Type} {variable.Name} = {ValueText.Of(variable.Value)}\n"));
}
