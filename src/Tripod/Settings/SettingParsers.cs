using System.Globalization;
using Tripod.Log;

namespace Tripod.Settings;

/// <summary>Readers of the kinds of values that settings have.</summary>
internal static class SettingParsers
{
    private const double MostSeconds = 1_000_000;

    /// <summary>Seconds, fractions allowed; at least 0.01, and at most what poll(2) can wait for.</summary>
    public static bool Seconds(string text, out double value) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value is >= 0.01 and <= MostSeconds;

    public static bool Switch(string text, out bool value)
    {
        value = text.ToLowerInvariant() is "1" or "true" or "yes" or "on";
        return value || text.ToLowerInvariant() is "0" or "false" or "no" or "off";
    }

    public static bool Format(string text, out LogFormat value)
    {
        bool isJson = text.Equals("json", StringComparison.OrdinalIgnoreCase);
        value = isJson ? LogFormat.Json : LogFormat.Text;
        return isJson || text.Equals("text", StringComparison.OrdinalIgnoreCase);
    }

    public static bool Text(string text, out string? value)
    {
        value = text;
        return text.Length > 0;
    }

    /// <summary>A reader of whole numbers within bounds.</summary>
    public static Setting<int>.Parser Number(int least, int most) => (string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
}
