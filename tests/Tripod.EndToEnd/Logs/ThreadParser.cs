using System.Globalization;
using System.Text.RegularExpressions;

namespace Tripod.EndToEnd.Logs;

/// <summary>Reads threads and frames out of the lines of one part of a sample.</summary>
internal static class ThreadParser
{
    /// <param name="lines">The part.</param>
    /// <param name="earlier">Threads of the sample before, for those that "have not moved since".</param>
    internal static IEnumerable<LoggedThread> Parse(string[] lines, IReadOnlyList<LoggedThread> earlier)
    {
        int[] starts = [.. Enumerable.Range(0, lines.Length).Where(i => LineKinds.Thread().IsMatch(lines[i])), lines.Length];
        return starts.Zip(starts.Skip(1)).Select(range => One(lines[range.First..range.Second], earlier));
    }

    private static LoggedThread One(string[] lines, IReadOnlyList<LoggedThread> earlier)
    {
        Match heading = LineKinds.Thread().Match(lines[0]);
        int id = int.Parse(heading.Groups["id"].Value, CultureInfo.InvariantCulture);
        string? name = heading.Groups["name"] is { Success: true } group ? group.Value : null;
        LoggedFrame[] frames = [.. Frames(lines)];
        IReadOnlyList<LoggedFrame> known = lines[0].Contains("unchanged", StringComparison.Ordinal)
            ? earlier.FirstOrDefault(thread => thread.ManagedId == id)?.Frames ?? []
            : frames;
        return new LoggedThread(id, name, lines[0], known);
    }

    private static IEnumerable<LoggedFrame> Frames(string[] lines)
    {
        int[] starts = [.. Enumerable.Range(0, lines.Length).Where(i => LineKinds.Frame().IsMatch(lines[i])), lines.Length];
        return starts.Zip(starts.Skip(1)).Select(range => Frame(lines[range.First..range.Second]));
    }

    private static LoggedFrame Frame(string[] lines)
    {
        Match frame = LineKinds.Frame().Match(lines[0]);
        Match arguments = lines.Select(line => LineKinds.Arguments().Match(line)).FirstOrDefault(match => match.Success, Match.Empty);
        int locals = Array.FindIndex(lines, line => line.Trim() == LineKinds.LocalsTitle);
        string? source = lines.Length > 1 && !lines[1].Contains("Arguments: ", StringComparison.Ordinal) && lines[1].Trim() != LineKinds.LocalsTitle
            ? lines[1].Trim()
            : null;
        return new LoggedFrame(
            frame.Groups["file"].Value,
            frame.Groups["line"] is { Success: true } line ? int.Parse(line.Value, CultureInfo.InvariantCulture) : 0,
            frame.Groups["method"].Value,
            source)
        {
            Arguments = VariableList.Parse(arguments.Groups["list"].Value),
            Locals = locals < 0 ? new Dictionary<string, string>() : LocalsParser.Parse(lines[(locals + 1)..]),
        };
    }
}
