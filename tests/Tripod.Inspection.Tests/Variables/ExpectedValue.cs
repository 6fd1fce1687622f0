using System.Globalization;
using System.Text.RegularExpressions;
using Tripod.Inspection.Tests.Values;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Variables;

/// <summary>What the target InspectNative puts into a variable, by its name: the rules of its Make.cs.</summary>
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
            "o" => $"Obj {{ Id = {id} }}",
            "l" => $"{((long)id << 32) + id}",
            "d" => $"{id}.5",
            "f" => $"{id}.25",
            "p" => $"Pair {{ A = {id}, B = \"p{id}\" }}",
            "y" => $"{id % 200 + 1}",
            "c" => $"{id * 3 + 1}",
            "n" => $"{id + 2_000_000}",
            "t" => $"({id + 3_000_000}, \"t{id}\")",
            "e" => "Color." + (id % 3) switch { 0 => "Red", 1 => "Green", _ => "Blue" },
            var other => throw new InvalidOperationException(other),
        };
    }

    /// <summary>What a frame's <c>this</c> must be.</summary>
    public static string? OfThis(string method)
    {
        var match = Regex.Match(method, @"\.C(\d+)\.Run$");
        return match.Success ? $"C{match.Groups[1].Value} {{ Id = {match.Groups[1].Value} }}" : null;
    }

    /// <summary>Whether a variable has no value, and says so.</summary>
    public static bool IsHonest(Value value) => value == Value.Unavailable || value == Value.NotAssigned;

    public static string Text(Value value) => ValueText.Of(value);
}
