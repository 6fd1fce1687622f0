using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Tripod.Scripting.Compiling;

/// <summary>Writes what the compiler found as compilers write it: <c>file(line,col): error CS…: …</c>.</summary>
internal static class DiagnosticLine
{
    /// <summary>Errors and warnings in the order of the text.</summary>
    internal static IReadOnlyList<string> All(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics
            .Where(found => found.Severity >= DiagnosticSeverity.Warning && !found.IsSuppressed)
            .OrderBy(found => found.Location.GetMappedLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(found => found.Location.SourceSpan.Start)
            .Select(found => CSharpDiagnosticFormatter.Instance.Format(found, CultureInfo.InvariantCulture))];

    /// <summary>The start of a place as <c>file(line,col)</c>, both counted from one.</summary>
    internal static string Position(Location location)
    {
        FileLinePositionSpan span = location.GetMappedLineSpan();
        return string.Create(CultureInfo.InvariantCulture,
            $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})");
    }
}
