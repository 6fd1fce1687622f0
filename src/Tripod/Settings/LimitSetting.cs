using System.Globalization;
using Tripod.Samples;

namespace Tripod.Settings;

/// <summary>One of the limits: a whole number.</summary>
/// <param name="name">Long option without dashes.</param>
/// <param name="meaning">What is limited; the help adds the default.</param>
/// <param name="least">The least valid value.</param>
/// <param name="most">The largest.</param>
/// <param name="get">Reads it.</param>
/// <param name="set">Changes it.</param>
internal sealed class LimitSetting(string name, string meaning, int least, int most, Func<Limits, int> get, Func<Limits, int, Limits> set) : Setting<int>(
    name, "N", $"{meaning}, default {Text(get(Defaults))}", $"a whole number from {Text(least)} to {Text(most)}", get(Defaults), SettingParsers.Number(least, most))
{
    private static readonly Limits Defaults = new();

    /// <summary>Its value.</summary>
    public int Get(Limits limits) => get(limits);

    /// <summary>The limits with another value of this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of bounds.</exception>
    public Limits Set(Limits limits, int value) => set(limits, value);

    /// <summary>The setting with its value, as the head of the log says it: <c>max-depth 3</c>.</summary>
    public string Describe(Limits limits) => $"{Name} {Text(get(limits))}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
