using Tripod.Samples;

namespace Tripod.Inspection.Tests.Variables;

/// <summary>Counts right, missing and wrong values of a sample.</summary>
internal sealed class Tally
{
    public int Right { get; private set; }

    public int Unavailable { get; private set; }

    public int NotAssigned { get; private set; }

    public List<string> Wrong { get; } = [];

    public void Add(Sample sample)
    {
        foreach (var frame in sample.Threads.SelectMany(thread => thread.Frames))
            foreach (var variable in frame.Arguments.Concat(frame.Locals))
                Add(frame, variable);
    }

    public override string ToString() =>
        $"{Right} right, {Unavailable} unavailable, {NotAssigned} not assigned, {Wrong.Count} wrong{string.Concat(Wrong.Take(20).Select(wrong => "\n  " + wrong))}";

    private void Add(Frame frame, Variable variable)
    {
        string? expected = ExpectedValue.Of(variable.Name);
        if (expected is null)
            return;
        string text = ExpectedValue.Text(variable.Value);
        if (text == expected)
            Right++;
        else if (variable.Value == Value.Unavailable)
            Unavailable++;
        else if (variable.Value == Value.NotAssigned)
            NotAssigned++;
        else
            Wrong.Add($"{frame.Method} line {frame.Source?.Line}: {variable.Type} {variable.Name} = {text}, not {expected}");
    }
}
