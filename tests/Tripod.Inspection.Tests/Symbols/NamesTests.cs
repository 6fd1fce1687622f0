using System.Text;
using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Symbols;

public class NamesTests
{
    private static readonly Lazy<Sample> Names = new(() => Sampled.Of("InspectNames", new Limits { Frames = 1_000 }, Sampled.IsAtInput));

    [Fact]
    public void No_name_of_the_compilers_own_is_shown()
    {
        foreach (Frame frame in Names.Value.Threads.SelectMany(thread => thread.Frames))
        {
            Assert.DoesNotContain("__", frame.Method, StringComparison.Ordinal);
            Assert.DoesNotContain("<>", frame.Method, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_method_is_shown_under_the_name_that_its_author_wrote()
    {
        var text = new StringBuilder();
        foreach (Frame frame in Names.Value.Threads[0].Frames)
            if (frame.Assembly == "InspectNames.dll" && !IsChain(frame))
                text.AppendLine($"{frame.Method}  {frame.ShortMethod}({string.Join(", ", frame.Parameters)})  {frame.Source?.Text}");
        Approved.Equals(text.ToString(), "Symbols/Names");
    }

    // what links the methods together is not what is looked at
    private static bool IsChain(Frame frame) =>
        frame.Method.StartsWith("Shop.Chain.", StringComparison.Ordinal)
        || frame.Method == "Shop.Links.static Links.<lambda>" && frame.Parameters is ["next"];
}
