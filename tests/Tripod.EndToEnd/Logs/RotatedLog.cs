using System.Globalization;
using System.Text.Json;

namespace Tripod.EndToEnd.Logs;

/// <summary>One file of a log, in either format.</summary>
/// <param name="Head">What names the run.</param>
/// <param name="Samples">Numbers of the samples, in order.</param>
/// <param name="Complete">Numbers of the samples whose end is there.</param>
/// <param name="FramesOfMain">Frames of the main thread where the file shows it with variables for the first time; 0 if nowhere.</param>
internal sealed record RotatedLog(string Head, IReadOnlyList<long> Samples, IReadOnlyList<long> Complete, int FramesOfMain)
{
    internal static RotatedLog Read(string path) => Parse(File.ReadAllText(path));

    internal static RotatedLog Parse(string text) => text.StartsWith('{') ? OfJson(JsonLog.Parse(text)) : OfText(Log.Parse(text));

    private static RotatedLog OfText(Log log) => new(
        log.Header,
        [.. LineKinds.Title().Matches(log.Text).Select(title => long.Parse(title.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))],
        [.. log.Samples.Select(sample => sample.Number)],
        log.Samples.SelectMany(sample => sample.Full).FirstOrDefault(thread => thread.ManagedId == 1)?.Frames.Count ?? 0);

    private static RotatedLog OfJson(JsonLog log) => new(
        log.Documents[0].GetRawText(),
        [.. log.Of("sample").Select(NumberOf)],
        [.. log.Of("sample-ended").Select(NumberOf)],
        log.Of("thread-variables").Where(IsMain).Select(document => JsonLog.Frames(document).Count).FirstOrDefault());

    private static long NumberOf(JsonElement document) => document.GetProperty("event").GetProperty("sequence").GetInt64();

    private static bool IsMain(JsonElement document) => document.GetProperty("tripod").GetProperty("thread").GetProperty("managed_id").GetInt32() == 1;
}
