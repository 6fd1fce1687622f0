using Tripod.Inspection.Tests.Processes;
using Tripod.Inspection.Tests.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Symbols;

/// <summary>Programs that were not written in C#.</summary>
public class LanguagesTests
{
    private const int Longest = 120;

    [Theory]
    [InlineData("InspectFSharp")]
    [InlineData("InspectVisualBasic")]
    public void Methods_and_variables_have_the_names_that_their_author_wrote(string program)
    {
        var sample = Sampled.AtInput(program);
        var frames = sample.Threads.SelectMany(thread => thread.Frames).Where(frame => frame.Assembly == program + ".dll");
        // what links the methods together comes again and again
        var text = frames.Select(Text).DistinctBy(lines => lines[..lines.IndexOf('\n', StringComparison.Ordinal)]);
        Approved.Equals(string.Concat(text), $"Symbols/{program}");
    }

    private static string Text(Frame frame) =>
        $"{frame.Method}  {frame.ShortMethod}({string.Join(", ", frame.Parameters)})  {frame.Source?.Text}\n{Lines(frame.Arguments)}  --\n{Lines(frame.Locals)}";

    private static string Lines(IEnumerable<Variable> variables) =>
        string.Concat(variables.Select(variable => $"  {variable.Type} {variable.Name} = {Shortened(ValueText.Of(variable.Value))}\n"));

    private static string Shortened(string value) => value.Length > Longest ? value[..Longest] + "…" : value;
}
