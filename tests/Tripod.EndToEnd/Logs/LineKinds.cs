using System.Text.RegularExpressions;

namespace Tripod.EndToEnd.Logs;

/// <summary>The lines of the text layout, version 1.</summary>
internal static partial class LineKinds
{
    internal const string FullTitle = "Full backtrace with local variables:";
    internal const string ArgumentsTitle = "    Arguments: ";
    internal const string LocalsTitle = "    Local variables:";

    /// <summary>Below a thread's frames.</summary>
    internal const string ExceptionTitle = "  Exception at hand: ";

    /// <summary>80 dashes: the end of the header and of a sample.</summary>
    internal static bool IsSeparator(string line) => line.Length == 80 && line.All(c => c == '-');

    /// <summary>The first line of a sample.</summary>
    [GeneratedRegex(@"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) Sample (?<number>\d+): interval, paused for (?<pause>[0-9.]+ m?s), \d+ threads?, [0-9,]+ frames?$")]
    internal static partial Regex Sample();

    /// <summary>The first line of a sample anywhere in a log.</summary>
    [GeneratedRegex(@"^\S+Z Sample (?<number>\d+): ", RegexOptions.Multiline)]
    internal static partial Regex Title();

    /// <summary>The last line of a sample, before the separator.</summary>
    [GeneratedRegex(@"^Sample (?<number>\d+) took (?<duration>[0-9.]+ m?s)$")]
    internal static partial Regex Footer();

    [GeneratedRegex(@"^\S+Z Skipped (?:the rest of sample \d+(?:, all variables included)?|(?<count>[0-9,]+) ticks?)(?:, and [0-9,]+ ticks? after it)?: (?<reason>.+)$")]
    internal static partial Regex Skip();

    [GeneratedRegex(@"^\S+Z Target ended: (?<how>.+)$")]
    internal static partial Regex Ending();

    /// <summary>A thread's heading; in the brief part "unchanged" stands on the same line.</summary>
    [GeneratedRegex(@"^Thread (?<id>\d+)(?: ""(?<name>.*)"")? \(OS (?<os>\d+)\), (?<what>.+)$")]
    internal static partial Regex Thread();

    /// <summary>Threads of the full part whose frames and values are those of an earlier sample.</summary>
    [GeneratedRegex(@"^Threads? (?<ids>\d+(?:, \d+)*): unchanged, values too, ")]
    internal static partial Regex Unchanged();

    [GeneratedRegex(@"^  File ""(?<file>.*)""(?:, line (?<line>\d+))?, in (?<method>.+?)(?<inlined> \(or a call inlined there\))?$")]
    internal static partial Regex Frame();

    /// <summary>The first line of a local variable.</summary>
    [GeneratedRegex(@"^      (?<name>\S+) = (?<value>.*)$")]
    internal static partial Regex Local();
}
