using System.Globalization;

namespace Tripod.Proof.Tracing;

/// <summary>The stack traces that a program has written down of itself, by their number; frames oldest first.</summary>
internal sealed class OwnTraces
{
    private const string File = "traces", Title = "trace ";

    private readonly Dictionary<int, List<OwnFrame>> _traces = [];

    /// <summary>Reads what a program has left in a folder.</summary>
    public static OwnTraces Read(string folder)
    {
        var traces = new OwnTraces();
        string path = Path.Combine(folder, File);
        List<OwnFrame> frames = [];
        foreach (string line in System.IO.File.Exists(path) ? System.IO.File.ReadLines(path) : [])
            if (line.StartsWith(Title, StringComparison.Ordinal))
                traces._traces[int.Parse(line[Title.Length..], CultureInfo.InvariantCulture)] = frames = [];
            else
                frames.Insert(0, OwnFrame.Parse(line));
        return traces;
    }

    /// <summary>The trace of a number; null if there is none.</summary>
    public List<OwnFrame>? Find(int number) => _traces.GetValueOrDefault(number);
}
