using System.Globalization;
using Tripod.Samples;

namespace Tripod.Settings;

/// <summary>One of the limits: a whole number.</summary>
/// <param name="name">Long option without dashes.</param>
/// <param name="meaning">What is limited; the help adds the default.</param>
/// <param name="least">The least valid value.</param>
/// <param name="most">The largest.</param>
/// <param name="value">Where the limit stands.</param>
internal sealed class LimitSetting(string name, string meaning, int least, int most, Func<Limits, int> value) : Setting<int>(
    name, "N", $"{meaning}, default {Text(value(Defaults))}", $"a whole number from {Text(least)} to {Text(most)}", value(Defaults), SettingParsers.Number(least, most))
{
    private static readonly Limits Defaults = new();

    /// <summary>The setting with its value, as the head of the log says it: <c>max-depth 3</c>.</summary>
    public string Describe(Limits limits) => $"{Name} {Text(value(limits))}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
