using System.Text.RegularExpressions;

namespace Tripod.EndToEnd.Logs;

/// <summary>A log as a reader finds it on disk, perhaps while it is being written: what is not complete yet is left out.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Header">What stands before the first entry.</param>
/// <param name="Samples">The complete samples.</param>
/// <param name="Skips">The lines that tell of skipped ticks.</param>
/// <param name="Ending">How the target ended, from the last entry; empty if that is not there.</param>
internal sealed record Log(string Text, string Header, IReadOnlyList<LoggedSample> Samples, IReadOnlyList<string> Skips, string Ending)
{
    internal static Log Parse(string text)
    {
        string[] lines = text.Split('\n')[..^1];
        int entries = Array.FindIndex(lines, IsEntry);
        return new Log(
            text,
            string.Join('\n', entries < 0 ? lines : lines[..entries]),
            [.. SampleParser.Parse(lines)],
            [.. lines.Where(line => LineKinds.Skip().IsMatch(line))],
            lines is [.., var last] && LineKinds.Ending().Match(last) is { Success: true } ending ? ending.Groups["how"].Value : "");
    }

    private static bool IsEntry(string line) => Regex.IsMatch(line, @"^\d{4}-\d\d-\d\dT\S+Z ");
}
