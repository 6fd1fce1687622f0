using System.Globalization;
using System.Text;

namespace Tripod.Wire;

/// <summary>
/// What the launcher tells the host inside the target, in one environment variable that the host takes away again
/// before any code of the target runs.
/// </summary>
/// <param name="Interval">Time between samples.</param>
/// <param name="Deadline">Longest time that the collector may need for one sample.</param>
/// <param name="CollectorCommand">Absolute path and arguments of the collector.</param>
/// <param name="LogPath">The log, for the entry of a target that ends before a collector was started.</param>
/// <param name="StartupHooks">The user's own DOTNET_STARTUP_HOOKS; null if there were none.</param>
/// <param name="RuntimeConfiguration">
/// The copy of the target's runtimeconfig.json, in a folder of its own, that switches startup hooks on; null if it runs
/// with its own.
/// </param>
/// <param name="MaxPause">A capture that held the running threads longer delays the next one; zero for no such limit.</param>
public sealed record Handover(
    TimeSpan Interval,
    TimeSpan Deadline,
    IReadOnlyList<string> CollectorCommand,
    string LogPath,
    string? StartupHooks,
    string? RuntimeConfiguration = null,
    TimeSpan MaxPause = default)
{
    /// <summary>Name of the environment variable.</summary>
    public const string Variable = "TRIPOD_HANDOVER";

    /// <summary>Name of the runtime's variable that loads the host.</summary>
    public const string HooksVariable = "DOTNET_STARTUP_HOOKS";

    private const string Format = "4";

    // Lengths instead of escapes: a path may hold every character that a variable may, and Uri's escapes cost
    // the start of every target some milliseconds.
    private const char AfterLength = ':';

    /// <summary>The value of <see cref="Variable"/>: fields, each as its length in characters, a colon, and its text.</summary>
    public string Encode()
    {
        var text = new StringBuilder();
        Append(Format);
        Append(Number(Interval));
        Append(Number(Deadline));
        Append(Number(MaxPause));
        Append(LogPath);
        Append(StartupHooks is null ? "" : "=" + StartupHooks);
        Append(RuntimeConfiguration ?? "");
        for (int i = 0; i < CollectorCommand.Count; i++)
            Append(CollectorCommand[i]);
        return text.ToString();

        void Append(string field) => text.Append(field.Length).Append(AfterLength).Append(field);
        static string Number(TimeSpan span) => span.Ticks.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote; null if the text is none of its values.</summary>
    public static Handover? Decode(string text)
    {
        if (Fields(text) is not [Format, var interval, var deadline, var pause, var log, var hooks, var configuration, _, ..] fields
            || !TryTicks(interval, out var between) || !TryTicks(deadline, out var longest) || !TryTicks(pause, out var held))
            return null;
        return new Handover(between, longest, fields[7..], log, hooks.StartsWith('=') ? hooks[1..] : null, configuration is "" ? null : configuration, held);
    }

    private static string[]? Fields(string text)
    {
        // no List and no AsSpan: each would have the runtime load one more assembly into every target
        string[] fields = [];
        for (int at = 0; at < text.Length;)
        {
            int colon = text.IndexOf(AfterLength, at);
            string digits = colon < 0 ? "" : text[at..colon];
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int length)
                || length > text.Length - colon - 1)
                return null;
            Array.Resize(ref fields, fields.Length + 1);
            fields[^1] = text.Substring(colon + 1, length);
            at = colon + 1 + length;
        }
        return fields;
    }

    private static bool TryTicks(string field, out TimeSpan span)
    {
        bool valid = long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out long ticks);
        span = new TimeSpan(ticks);
        return valid;
    }
}
