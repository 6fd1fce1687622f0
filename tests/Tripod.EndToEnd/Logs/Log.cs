using System.Globalization;

namespace Tripod.EndToEnd.Logs;

/// <summary>A log as a reader finds it on disk, perhaps while it is being written: what is not complete yet is left out.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Header">What stands before the first separator.</param>
/// <param name="Samples">The complete samples.</param>
/// <param name="Skips">The lines that tell of skipped ticks.</param>
/// <param name="Ending">How the target ended, from the last entry; empty if that is not there.</param>
internal sealed record Log(string Text, string Header, IReadOnlyList<LoggedSample> Samples, IReadOnlyList<string> Skips, string Ending)
{
    private static readonly string Separator = '\n' + new string('-', 80) + '\n';

    /// <summary>Number of the last sample if nothing but that stands behind its title, and its end not; else null.</summary>
    internal long? Begun => Text.LastIndexOf(Separator, StringComparison.Ordinal) is >= 0 and var end
        && LineKinds.Title().Match(Text, end) is { Success: true } title ? long.Parse(title.Groups["number"].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>What is there of a sample, complete or not.</summary>
    internal string Of(long number)
    {
        var title = LineKinds.Title().Matches(Text).Single(title => title.Groups["number"].Value == number.ToString(CultureInfo.InvariantCulture));
        int end = Text.IndexOf(Separator, title.Index, StringComparison.Ordinal);
        return end < 0 ? Text[title.Index..] : Text[title.Index..end];
    }

    internal static Log Parse(string text)
    {
        // what follows the last newline is a line that is not complete, or nothing
        string[] lines = text.Split('\n')[..^1];
        return new Log(
            text,
            string.Join('\n', lines.TakeWhile(line => !LineKinds.IsSeparator(line))),
            new SampleParser().Parse(lines),
            [.. lines.Where(line => LineKinds.Skip().IsMatch(line))],
            lines is [.., var last] && LineKinds.Ending().Match(last) is { Success: true } ending ? ending.Groups["how"].Value : "");
    }
}
