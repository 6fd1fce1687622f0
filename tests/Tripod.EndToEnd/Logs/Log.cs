namespace Tripod.EndToEnd.Logs;

/// <summary>A log as a reader finds it on disk, perhaps while it is being written: what is not complete yet is left out.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Header">What stands before the first separator.</param>
/// <param name="Samples">The complete samples.</param>
/// <param name="Skips">The lines that tell of skipped ticks.</param>
/// <param name="Ending">How the target ended, from the last entry; empty if that is not there.</param>
internal sealed record Log(string Text, string Header, IReadOnlyList<LoggedSample> Samples, IReadOnlyList<string> Skips, string Ending)
{
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
