using System.Globalization;

namespace Tripod.Log.Text;

/// <summary>Times, durations and counts as the log writes them.</summary>
internal static class Terms
{
    /// <summary>What ends the header and every sample.</summary>
    public const string Separator = "--------------------------------------------------------------------------------";

    private static readonly CultureInfo C = CultureInfo.InvariantCulture;

    /// <summary>ISO 8601, UTC, to the millisecond.</summary>
    public static string Instant(DateTimeOffset time) =>
        string.Concat(time.UtcDateTime.ToString("O", C).AsSpan(0, "yyyy-MM-ddTHH:mm:ss.fff".Length), "Z");

    /// <summary>A time, with its date only if that is not <paramref name="today"/>'s.</summary>
    public static string Since(DateTimeOffset time, DateTimeOffset today) =>
        time.UtcDateTime.Date == today.UtcDateTime.Date ? time.UtcDateTime.ToString("HH:mm:ss'Z'", C) : Instant(time);

    /// <summary>A short time to three digits, a long one in its two largest units.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { Ticks: < 0 } => "unknown time",
        { TotalMilliseconds: < 9.95 } => string.Create(C, $"{time.TotalMilliseconds:0.0#} ms"),
        { TotalMilliseconds: < 99.5 } => string.Create(C, $"{time.TotalMilliseconds:0.#} ms"),
        { TotalMilliseconds: < 999.5 } => string.Create(C, $"{time.TotalMilliseconds:0} ms"),
        { TotalSeconds: < 60 } => string.Create(C, $"{time.TotalSeconds:0.##} s"),
        { TotalMinutes: < 60 } => string.Create(C, $"{time.Minutes} min {time.Seconds} s"),
        { TotalHours: < 24 } => string.Create(C, $"{time.Hours} h {time.Minutes} min"),
        _ => string.Create(C, $"{time.Days} d {time.Hours} h"),
    };

    /// <summary>A time that somebody asked for, to the millisecond: <c>250 ms</c>, <c>1.5 s</c>, <c>02:00:00</c>.</summary>
    public static string Exactly(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => string.Create(C, $"{time.TotalMilliseconds:0} ms"),
        { TotalSeconds: < 60 } => string.Create(C, $"{time.TotalSeconds:0.###} s"),
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerSecond != 0 => time.ToString("c", C).TrimEnd('0'),
        _ => time.ToString("c", C),
    };

    /// <summary>A number and its noun: <c>1 frame</c>, <c>1,200 frames</c>.</summary>
    public static string Count(long number, string noun, string? plural = null) =>
        $"{Number(number)} {(number == 1 ? noun : plural ?? noun + "s")}";

    /// <summary>A number with a comma at the thousands.</summary>
    public static string Number(long number) => number.ToString("N0", C);

    /// <summary>A thread by its managed id, and its name if it has one: <c>Thread 7 "Transfer"</c>.</summary>
    public static string Thread(int id, string? name, string noun = "Thread") => $"{noun} {Id(id)}{(name is { Length: > 0 } ? $" \"{name}\"" : "")}";

    /// <summary>A share of a whole: <c>99 %</c>.</summary>
    public static string Percent(double share) => Math.Round(100 * share).ToString("0", C) + " %";

    /// <summary>A number that identifies something.</summary>
    public static string Id(long number) => number.ToString(C);
}
