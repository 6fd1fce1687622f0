using System.Globalization;
using System.Text;

namespace Tripod.Samples;

/// <summary>
/// Makes text of the target safe for a log: no control character, line or paragraph separator, bidirectional mark
/// or lone surrogate survives, so that one value can neither forge a line nor disturb a terminal.
/// </summary>
public static class Escape
{
    /// <summary>Escapes names and source lines: unsafe characters become <c>\uXXXX</c>, all others stay.</summary>
    public static string Text(string text) => NeedsNone(text, literal: false) ? text : Write(text, literal: false);

    /// <summary>Escapes as inside a C# string literal: also quotes and backslashes, with <c>\n</c>, <c>\t</c>… where C# has them.</summary>
    public static string Literal(string text) => NeedsNone(text, literal: true) ? text : Write(text, literal: true);

    /// <summary>Whether a character must not reach the log raw. Surrogates are unsafe unless they stand in a pair.</summary>
    public static bool IsUnsafe(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or
        UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or
        UnicodeCategory.Surrogate;

    private static bool NeedsNone(string text, bool literal)
    {
        foreach (char c in text)
            if (c is < ' ' or > '~' || literal && c is '"' or '\\')
                return false;
        return true;
    }

    private static string Write(string text, bool literal)
    {
        var result = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (literal && Short(c) is { } shorthand)
                result.Append(shorthand);
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]) && IsPrintable(char.ConvertToUtf32(c, text[i + 1])))
                result.Append(c).Append(text[++i]);
            else if (IsUnsafe(c))
                result.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else
                result.Append(c);
        }
        return result.ToString();
    }

    private static bool IsPrintable(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint) is not
        (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string? Short(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\0' => "\\0",
        _ => null,
    };
}
