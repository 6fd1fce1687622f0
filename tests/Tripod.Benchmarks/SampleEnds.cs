using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Tripod.EndToEnd.Logs;

namespace Tripod.Benchmarks;

/// <summary>The lines that end the samples of a log which is being written.</summary>
internal static class SampleEnds
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Reads a log as it grows, looking every millisecond, and gives, by sample number, the moment at which the end of each of the first samples was seen.</summary>
    /// <exception cref="TimeoutException">So many do not come.</exception>
    internal static IReadOnlyDictionary<long, DateTimeOffset> Watch(string path, int count)
    {
        using var log = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var watch = Stopwatch.StartNew();
        Dictionary<long, DateTimeOffset> seen = [];
        string rest = "";
        while (seen.Count < count)
        {
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"{seen.Count} of {count} samples");
            Thread.Sleep(1);
            string[] lines = (rest + log.ReadToEnd()).Split('\n');
            rest = lines[^1];
            foreach (Match end in lines[..^1].Select(line => LineKinds.Footer().Match(line)).Where(end => end.Success))
                seen.Add(long.Parse(end.Groups["number"].Value, CultureInfo.InvariantCulture), DateTimeOffset.UtcNow);
        }
        return seen;
    }
}
