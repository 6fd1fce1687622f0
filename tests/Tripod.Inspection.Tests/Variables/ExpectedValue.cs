using System.Globalization;
using System.Text.RegularExpressions;
using Tripod.Inspection.Tests.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Variables;

/// <summary>What the target InspectNative puts into a variable, by its name: the rules of Make.cs.</summary>
internal static partial class ExpectedValue
{
    [GeneratedRegex(@"^[av](?<method>\d+)_(?<number>\d+)(?<type>[a-z])$")]
    private static partial Regex Name();

    /// <summary>The value as text; null for a variable of no rule.</summary>
    public static string? Of(string name)
    {
        var match = Name().Match(name);
        if (!match.Success)
            return null;
        int id = int.Parse(match.Groups["method"].ValueSpan, CultureInfo.InvariantCulture) * 100 + int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["type"].Value switch
        {
            "i" => $"{id + 1_000_000}",
            "s" => $"\"s{id}\"",
            "l" => $"{((long)id << 32) + id}",
            var other => throw new InvalidOperationException(other),
        };
    }

    public static string Text(Value value) => ValueText.Of(value);
}
