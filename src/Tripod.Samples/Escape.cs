using System.Globalization;
using System.Text;

namespace Tripod.Samples;

/// <summary>
/// Makes text of the target safe for a log: what is unsafe (<see cref="IsUnsafe(Rune)"/>, lone surrogates, piled-up
/// combining marks) becomes <c>\uXXXX</c>, so that one value can neither forge a line, nor disturb a terminal, nor
/// look like another value. Letters that run from right to left stay: a name may be Hebrew or Arabic.
/// </summary>
public static class Escape
{
    // Enough for any living script; more are piled up to cover the lines above and below.
    private const int MostMarks = 4;

    /// <summary>Escapes names and source lines: unsafe characters become <c>\uXXXX</c>, all others stay.</summary>
    public static string Text(string text) => NeedsNone(text, literal: false) ? text : Write(text, literal: false);

    /// <summary>Escapes as inside a C# string literal: also quotes and backslashes, with <c>\n</c>, <c>\t</c>… where C# has them.</summary>
    public static string Literal(string text) => NeedsNone(text, literal: true) ? text : Write(text, literal: true);

    /// <summary>Whether a UTF-16 unit must not reach the log raw. Surrogates are unsafe unless they stand in a pair.</summary>
    public static bool IsUnsafe(char c) => !Rune.TryCreate(c, out var rune) || IsUnsafe(rune);

    /// <summary>
    /// Whether a character must not reach the log raw: controls (also U+0085 and those below U+00A0), line and paragraph
    /// separators, bidirectional, zero-width, tag and other format characters, private and unassigned ones, spaces
    /// that look like the common one, and characters that show nothing at all.
    /// </summary>
    public static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or
            UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => true,
        UnicodeCategory.SpaceSeparator => rune.Value is not (' ' or 0x3000),
        _ => IsInvisible(rune.Value),
    };

    // Unicode's Default_Ignorable_Code_Point without what is a format character or unassigned, and the blank of Braille.
    private static bool IsInvisible(int c) => c is
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or
        (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0100 and <= 0xE01EF);

    private static bool NeedsNone(string text, bool literal) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !(literal && text.AsSpan().ContainsAny('"', '\\'));

    private static string Write(string text, bool literal)
    {
        var result = new StringBuilder(text.Length + 16);
        int marks = MostMarks; // a mark at the beginning would change what stands before the text
        foreach (var (rune, at, length) in Runes(text))
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (literal && Short(rune) is { } shorthand)
                result.Append(shorthand);
            else if (rune is null || marks > MostMarks || IsUnsafe(rune.Value))
                AppendCodes(result, text.AsSpan(at, length));
            else
                result.Append(text, at, length);
        }
        return result.ToString();
    }

    // A lone surrogate is no character: null.
    private static IEnumerable<(Rune? Rune, int At, int Length)> Runes(string text)
    {
        for (int i = 0, length; i < text.Length; i += length)
        {
            bool isWhole = Rune.TryGetRuneAt(text, i, out var rune);
            length = isWhole ? rune.Utf16SequenceLength : 1;
            yield return (isWhole ? rune : null, i, length);
        }
    }

    private static void AppendCodes(StringBuilder result, ReadOnlySpan<char> units)
    {
        foreach (char c in units)
            result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
    }

    private static bool IsMark(Rune? rune) => rune is { } r && Rune.GetUnicodeCategory(r) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static string? Short(Rune? rune) => rune?.Value switch
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
