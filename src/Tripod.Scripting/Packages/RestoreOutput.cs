using System.Text.RegularExpressions;

namespace Tripod.Scripting.Packages;

/// <summary>What the SDK said while it restored, told of the script instead of the project that stood for it.</summary>
internal static partial class RestoreOutput
{
    private const string NoSdk =
        "packages need the .NET SDK, and none is installed; install it (https://dotnet.microsoft.com/download), or name a .dll with #r";

    internal static IReadOnlyList<string> Warnings(string output, Directives directives) => Lines(output, directives, "warning");

    internal static IReadOnlyList<string> Errors(string output, Directives directives)
    {
        List<string> errors = Lines(output, directives, "error");
        if (errors.Count > 0)
            return errors;
        // hostfxr, when `dotnet` finds no SDK: the only failure that is not in MSBuild's form
        bool noSdk = output.Contains("No .NET SDKs were found", StringComparison.Ordinal);
        string reason = noSdk ? NoSdk : "the packages cannot be restored: " + FirstLine(output);
        return [$"{directives.Position}: error: {reason}"];
    }

    private static List<string> Lines(string output, Directives directives, string severity)
    {
        var lines = new List<string>();
        foreach (Match match in MessagePattern().Matches(output).Where(match => match.Groups["severity"].Value == severity).DistinctBy(match => match.Groups["text"].Value))
        {
            string text = match.Groups["text"].Value.Trim();
            if (text.StartsWith("- ", StringComparison.Ordinal) && lines.Count > 0)
                lines[^1] += "; " + text[2..]; // NuGet's details follow its message, one a source
            else
                lines.Add($"{directives.PositionFor(text)}: {severity} {match.Groups["code"].Value}: {text}");
        }
        return lines;
    }

    private static string FirstLine(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "dotnet said nothing";

    // MSBuild's canonical form, "origin : severity code: text [project]"; the first line of a text of several is enough
    [GeneratedRegex(@"^[^\n]*?: (?<severity>error|warning) (?<code>[A-Z]+\d+): (?<text>[^\n]*?)( \[[^\]\n]*proj\])?\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MessagePattern();
}
