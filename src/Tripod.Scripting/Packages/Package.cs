using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Tripod.Scripting.Packages;

/// <summary>A package that a script asks for: <c>nuget: Id, Version</c>.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">A version, a range or a pattern as NuGet understands it; <c>*</c>, the newest, if the script gives none.</param>
internal sealed partial record Package(string Id, string Version)
{
    private const string Prefix = "nuget:";

    /// <summary>Whether it can be another package tomorrow, so that nothing that rests on it may be kept.</summary>
    internal bool IsFloating => Version.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether the text of a directive names a package rather than a file.</summary>
    internal static bool IsNamedBy(string directive) => directive.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <c>nuget: Id</c> or <c>nuget: Id, Version</c>; a range holds a comma of its own.</summary>
    internal static bool TryParse(string directive, [NotNullWhen(true)] out Package? package)
    {
        string[] parts = directive[Prefix.Length..].Split(',', 2, StringSplitOptions.TrimEntries);
        string version = parts.Length == 1 || parts[1].Length == 0 ? "*" : parts[1];
        package = IdPattern().IsMatch(parts[0]) && VersionPattern().IsMatch(version) ? new Package(parts[0], version) : null;
        return package is not null;
    }

    // NuGet.Packaging, PackageIdValidator
    [GeneratedRegex(@"^\w+([.-]\w+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^(\*(-\*)?|\d[\w.+*-]*|[\[(][\w.+*, -]+[\])])$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();
}
