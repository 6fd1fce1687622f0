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
public sealed record Handover(
    TimeSpan Interval,
    TimeSpan Deadline,
    IReadOnlyList<string> CollectorCommand,
    string LogPath,
    string? StartupHooks)
{
    /// <summary>Name of the environment variable.</summary>
    public const string Variable = "TRIPOD_HANDOVER";

    /// <summary>Name of the runtime's variable that loads the host.</summary>
    public const string HooksVariable = "DOTNET_STARTUP_HOOKS";

    private const string Format = "1";

    /// <summary>The value of <see cref="Variable"/>: fields with <c>|</c> between them, each percent-encoded.</summary>
    public string Encode()
    {
        string[] head = [Format, Number(Interval), Number(Deadline), LogPath, StartupHooks is null ? "" : "=" + StartupHooks];
        return string.Join('|', head.Concat(CollectorCommand).Select(Uri.EscapeDataString));

        static string Number(TimeSpan span) => span.Ticks.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote; null if the text is none of its values.</summary>
    public static Handover? Decode(string text)
    {
        string[] fields = Array.ConvertAll(text.Split('|'), Unescape);
        if (fields.Length < 6 || fields[0] != Format || !Ticks(fields[1], out var interval) || !Ticks(fields[2], out var deadline))
            return null;
        string? hooks = fields[4].StartsWith('=') ? fields[4][1..] : null;
        return new Handover(interval, deadline, fields[5..], fields[3], hooks);

        static bool Ticks(string field, out TimeSpan span)
        {
            bool valid = long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out long ticks);
            span = new TimeSpan(ticks);
            return valid;
        }
    }

    /// <summary>As Uri.UnescapeDataString, which would load one more assembly into the target before its Main.</summary>
    private static string Unescape(string field)
    {
        byte[] bytes = new byte[field.Length];
        int length = 0;
        for (int i = 0; i < field.Length; i++)
        {
            if (field[i] == '%' && i + 2 < field.Length && byte.TryParse(field.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[length]))
                i += 2;
            else
                bytes[length] = (byte)field[i];
            length++;
        }
        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}
