using System.Globalization;
using System.Text.RegularExpressions;

namespace Tripod.EndToEnd.Logs;

/// <summary>Reads samples out of a log's lines, one log for each parser: a thread that is "unchanged" is as it was last shown.</summary>
internal sealed class SampleParser
{
    private readonly ThreadParser _brief = new();
    private readonly ThreadParser _full = new();

    internal IReadOnlyList<LoggedSample> Parse(string[] lines)
    {
        List<LoggedSample> samples = [];
        int start = -1;
        for (int i = 0; i < lines.Length; i++)
        {
            if (LineKinds.Sample().IsMatch(lines[i]))
            {
                if (start >= 0)
                    One(lines[start..i]); // given up after its stacks, which later samples may call unchanged all the same
                start = i;
            }
            if (start < 0 || !LineKinds.IsSeparator(lines[i]))
                continue;
            if (One(lines[start..i]) is { } sample)
                samples.Add(sample);
            start = -1;
        }
        return samples;
    }

    /// <summary>Null for a sample that was given up after its stacks.</summary>
    private LoggedSample? One(string[] lines)
    {
        int title = Array.IndexOf(lines, LineKinds.FullTitle);
        (string[] briefLines, string[] fullLines) = title < 0 ? (lines, []) : (lines[..title], lines[title..]);
        IReadOnlyList<LoggedThread> brief = _brief.Parse(briefLines), full = _full.Parse(fullLines);
        Match head = LineKinds.Sample().Match(lines[0]), foot = LineKinds.Footer().Match(lines[^1]);
        return !foot.Success ? null : new LoggedSample(
            long.Parse(head.Groups["number"].Value, CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(head.Groups["time"].Value, CultureInfo.InvariantCulture),
            Duration(head.Groups["pause"]),
            Duration(foot.Groups["duration"]),
            brief,
            full,
            string.Join('\n', lines));
    }

    private static TimeSpan Duration(Group group)
    {
        string[] words = group.Value.Split(' ');
        double number = double.Parse(words[0], CultureInfo.InvariantCulture);
        return words[1] == "ms" ? TimeSpan.FromMilliseconds(number) : TimeSpan.FromSeconds(number);
    }
}
