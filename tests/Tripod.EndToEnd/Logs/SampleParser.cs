using System.Globalization;
using System.Text.RegularExpressions;

namespace Tripod.EndToEnd.Logs;

/// <summary>Reads samples out of a log's lines.</summary>
internal static class SampleParser
{
    internal static IEnumerable<LoggedSample> Parse(string[] lines)
    {
        LoggedSample? previous = null;
        int start = -1;
        for (int i = 0; i < lines.Length; i++)
        {
            if (LineKinds.Sample().IsMatch(lines[i]))
                start = i;
            if (start < 0 || !LineKinds.EndsSample(lines[i]))
                continue;
            if (Complete(lines[start..i], previous) is { } sample)
                yield return previous = sample;
            start = -1;
        }
    }

    /// <summary>Null for a sample whose variables were lost.</summary>
    private static LoggedSample? Complete(string[] lines, LoggedSample? previous)
    {
        int full = Array.IndexOf(lines, LineKinds.FullTitle);
        Match head = LineKinds.Sample().Match(lines[0]);
        Match foot = LineKinds.Footer().Match(lines[^1]);
        if (!foot.Success)
            return null;
        int brief = full < 0 ? lines.Length - 1 : full;
        return new LoggedSample(
            long.Parse(head.Groups["number"].Value, CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(head.Groups["time"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Milliseconds(head.Groups["pause"]),
            Milliseconds(foot.Groups["duration"]),
            [.. ThreadParser.Parse(lines[1..brief], previous?.Brief ?? [])],
            full < 0 ? [] : [.. ThreadParser.Parse(lines[(full + 1)..^1], previous?.Full ?? [])],
            string.Join('\n', lines));
    }

    private static TimeSpan Milliseconds(Group number) =>
        TimeSpan.FromMilliseconds(double.Parse(number.Value, CultureInfo.InvariantCulture));
}
