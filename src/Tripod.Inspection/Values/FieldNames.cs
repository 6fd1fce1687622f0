using Tripod.Samples;

namespace Tripod.Inspection.Values;

/// <summary>What the author called a field that the compiler renamed (Roslyn's GeneratedNames.cs).</summary>
internal static class FieldNames
{
    private const string This = "<>4__this";

    /// <summary>
    /// <c>&lt;Total&gt;k__BackingField</c>, <c>&lt;Total&gt;i__Field</c>, <c>&lt;total&gt;P</c> and <c>&lt;total&gt;5__2</c> are
    /// <c>Total</c> and <c>total</c>; F#'s <c>Total@</c> too. Null for the compiler's own: states, builders, caches.
    /// </summary>
    public static string? Written(string raw)
    {
        if (raw == This)
            return "this";
        if (raw.StartsWith("<>", StringComparison.Ordinal) || raw.StartsWith("CS$<>", StringComparison.Ordinal))
            return null;
        if (raw.StartsWith('$'))
            return Basic(raw);
        int end = raw.StartsWith('<') ? raw.IndexOf('>', StringComparison.Ordinal) : -1;
        return Escape.Text(end > 0 ? raw[1..end] : WithoutPosition(raw));
    }

    /// <summary>Visual Basic's captured variables <c>$VB$Local_total</c> and members of anonymous types <c>$Total</c>.</summary>
    private static string? Basic(string raw)
    {
        const string captured = "$VB$Local_";
        return raw.StartsWith(captured, StringComparison.Ordinal) ? Escape.Text(raw[captured.Length..])
            : raw.IndexOf('$', 1) > 0 || raw.Length < 2 ? null
            : Escape.Text(raw[1..]);
    }

    /// <summary>F#'s <c>Total@</c> and <c>comparer@686</c>.</summary>
    private static string WithoutPosition(string raw)
    {
        int at = raw.LastIndexOf('@');
        return at > 0 && !raw.AsSpan(at + 1).ContainsAnyExceptInRange('0', '9') ? raw[..at] : raw;
    }
}
