using System.Globalization;
using System.Text.RegularExpressions;

namespace Tripod.EndToEnd.Logs;

/// <summary>Reads threads out of the lines of one part of a sample; knows the threads of that part of the samples before.</summary>
internal sealed class ThreadParser
{
    private readonly Dictionary<int, LoggedThread> _known = [];

    internal IReadOnlyList<LoggedThread> Parse(string[] lines)
    {
        List<LoggedThread> threads = [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (LineKinds.Thread().Match(lines[i]) is { Success: true } heading)
                threads.Add(Thread(heading, [.. lines.Skip(i + 1).TakeWhile(IsBelowHeading)]));
            else if (LineKinds.Unchanged().Match(lines[i]) is { Success: true } unchanged)
                threads.AddRange(unchanged.Groups["ids"].Value.Split(", ").Select(id => _known[Number(id)]));
        }
        return threads;
    }

    private LoggedThread Thread(Match heading, string[] lines)
    {
        int id = Number(heading.Groups["id"].Value);
        string? name = heading.Groups["name"] is { Success: true } given ? given.Value : null;
        bool isUnchanged = heading.Groups["what"].Value.Contains(": unchanged for ", StringComparison.Ordinal);
        IReadOnlyList<LoggedFrame> frames = isUnchanged ? _known[id].Frames : FrameParser.Parse([.. lines.TakeWhile(line => !line.StartsWith(LineKinds.ExceptionTitle, StringComparison.Ordinal))]);
        return _known[id] = new LoggedThread(id, name, heading.Value, frames);
    }

    // a value's closing bracket may stand further left than its frame, but never at the margin
    private static bool IsBelowHeading(string line) => line.StartsWith("  ", StringComparison.Ordinal);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
