using System.Globalization;
using System.Text.RegularExpressions;

namespace Tripod.EndToEnd.Logs;

/// <summary>Reads frames out of the lines below a thread's heading.</summary>
internal static class FrameParser
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    internal static IReadOnlyList<LoggedFrame> Parse(string[] lines)
    {
        int[] starts = [.. Enumerable.Range(0, lines.Length).Where(i => LineKinds.Frame().IsMatch(lines[i])), lines.Length];
        return [.. starts.Zip(starts.Skip(1)).Select(range => One(lines[range.First..range.Second]))];
    }

    private static LoggedFrame One(string[] lines)
    {
        Match frame = LineKinds.Frame().Match(lines[0]);
        int arguments = Array.FindIndex(lines, line => line.StartsWith(LineKinds.ArgumentsTitle, StringComparison.Ordinal));
        int locals = Array.IndexOf(lines, LineKinds.LocalsTitle);
        int end = locals < 0 ? lines.Length : locals;
        return new LoggedFrame(
            frame.Groups["file"].Value,
            frame.Groups["line"] is { Success: true } line ? int.Parse(line.Value, CultureInfo.InvariantCulture) : 0,
            frame.Groups["method"].Value,
            SourceText(lines))
        {
            MayBeInlined = frame.Groups["inlined"].Success,
            Arguments = arguments < 0 ? None : Arguments(lines[arguments..end]),
            Locals = locals < 0 ? None : LocalsParser.Parse(lines[(locals + 1)..]),
        };
    }

    private static string? SourceText(string[] lines) =>
        lines is [_, var second, ..] && second != LineKinds.LocalsTitle && !second.StartsWith(LineKinds.ArgumentsTitle, StringComparison.Ordinal)
            ? second.Trim()
            : null;

    /// <summary><c>Arguments: Name(a=1, b=2)</c>, on one line or on several.</summary>
    private static IReadOnlyDictionary<string, string> Arguments(string[] lines)
    {
        string call = string.Join('\n', lines);
        return VariableList.Parse(call[(call.IndexOf('(', StringComparison.Ordinal) + 1)..call.LastIndexOf(')')]);
    }
}
