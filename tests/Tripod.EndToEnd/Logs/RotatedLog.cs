using System.Globalization;
using System.Text.Json;

namespace Tripod.EndToEnd.Logs;

/// <summary>One file of a log, in either format.</summary>
/// <param name="Head">What names the run.</param>
/// <param name="Ticks">Numbers of samples, and how many ticks were skipped, in order.</param>
/// <param name="Complete">Numbers of the samples whose end is there.</param>
/// <param name="FramesOfFirst">Frames of the main thread with variables in the first sample.</param>
internal sealed record RotatedLog(string Head, IReadOnlyList<(long? Number, long Skipped)> Ticks, IReadOnlyList<long> Complete, int FramesOfFirst)
{
    /// <summary>Numbers of the samples.</summary>
    internal IEnumerable<long> Samples => Ticks.Where(tick => tick.Number is not null).Select(tick => tick.Number!.Value);

    internal static RotatedLog Read(string path) => Parse(File.ReadAllText(path));

    internal static RotatedLog Parse(string text) => text.StartsWith('{') ? OfJson(JsonLog.Parse(text)) : OfText(Log.Parse(text));

    private static RotatedLog OfText(Log log) => new(
        log.Header,
        [.. log.Text.Split('\n').Select(TickOf).OfType<(long?, long)>()],
        [.. log.Samples.Select(sample => sample.Number)],
        log.Samples.Count == 0 ? 0 : log.Samples[0].Main.Frames.Count);

    private static (long? Number, long Skipped)? TickOf(string line)
    {
        if (LineKinds.Sample().Match(line) is { Success: true } sample)
            return (long.Parse(sample.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), 0);
        return LineKinds.Skip().Match(line) is { Success: true } skip ? (null, long.Parse(skip.Groups["count"].ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture)) : null;
    }

    private static RotatedLog OfJson(JsonLog log) => new(
        log.Documents[0].GetRawText(),
        [.. log.Documents.Select(TickOf).OfType<(long?, long)>()],
        [.. log.Of("sample-ended").Select(NumberOf)],
        log.Of("thread-variables").Select(document => JsonLog.Frames(document).Count).FirstOrDefault());

    private static (long? Number, long Skipped)? TickOf(JsonElement document) => JsonLog.Action(document) switch
    {
        "sample" => (NumberOf(document), 0),
        "ticks-skipped" => (null, document.GetProperty("tripod").GetProperty("skipped").GetInt64()),
        _ => null,
    };

    private static long NumberOf(JsonElement document) => document.GetProperty("event").GetProperty("sequence").GetInt64();
}
