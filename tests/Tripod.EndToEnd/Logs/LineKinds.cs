using System.Text.RegularExpressions;

namespace Tripod.EndToEnd.Logs;

/// <summary>The lines of the text layout, version 1.</summary>
internal static partial class LineKinds
{
    internal const string FullTitle = "Full backtrace with local variables:";
    internal const string LocalsTitle = "Local variables:";

    /// <summary>80 dashes.</summary>
    internal static bool EndsSample(string line) => line.Length == 80 && line.All(c => c == '-');

    [GeneratedRegex(@"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) Sample (?<number>\d+)\b.*?\bpaused (?<pause>[0-9.]+) ms")]
    internal static partial Regex Sample();

    [GeneratedRegex(@"^(?<time>\S+Z) .*[Ss]kipped.*$")]
    internal static partial Regex Skip();

    [GeneratedRegex(@"^\S+Z Target ended: (?<how>.*)$")]
    internal static partial Regex Ending();

    [GeneratedRegex(@"^Thread (?<id>\d+)\b(?: ""(?<name>.*?)"")?.*$")]
    internal static partial Regex Thread();

    [GeneratedRegex(@"^  File ""(?<file>.*)""(?:, line (?<line>\d+))?, in (?<method>.+)$")]
    internal static partial Regex Frame();

    [GeneratedRegex(@"^    (?<text>\S.*)$")]
    internal static partial Regex SourceText();

    [GeneratedRegex(@"^\s*Arguments: [^(]*\((?<list>.*)\)$")]
    internal static partial Regex Arguments();

    [GeneratedRegex(@"^\s*(?<name>\S+) = (?<value>.*)$")]
    internal static partial Regex Local();

    [GeneratedRegex(@"took (?<duration>[0-9.]+) ms")]
    internal static partial Regex Footer();
}
