using System.Diagnostics;

namespace Tripod.Benchmarks;

/// <summary>The lines of 80 dashes that end the samples of a log which is being written.</summary>
internal static class SampleEnds
{
    private static readonly string End = new('-', 80);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    internal static int Count(string path) => File.ReadLines(path).Count(line => line == End);

    /// <summary>Reads a log as it grows, looking every millisecond, and gives the moment at which the end of each of the first samples was seen.</summary>
    /// <exception cref="TimeoutException">So many do not come.</exception>
    internal static IReadOnlyList<DateTimeOffset> Watch(string path, int count)
    {
        using var log = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var watch = Stopwatch.StartNew();
        List<DateTimeOffset> seen = [];
        string rest = "";
        while (seen.Count < count)
        {
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"{seen.Count} of {count} samples");
            Thread.Sleep(1);
            string[] lines = (rest + log.ReadToEnd()).Split('\n');
            rest = lines[^1];
            seen.AddRange(Enumerable.Repeat(DateTimeOffset.UtcNow, lines[..^1].Count(line => line == End)));
        }
        return seen;
    }
}
