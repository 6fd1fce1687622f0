using System.Globalization;
using System.Text;

namespace Tripod.Host.Printing;

/// <summary>Values that C# has a literal for, or nearly so.</summary>
internal static class Literal
{
    /// <summary>The text, or null if the value is none of these.</summary>
    internal static string? TryWrite(object? value) => value switch
    {
        null => "null",
        string text => Quote(text, '"'),
        char character => Quote(character.ToString(), '\''),
        bool truth => truth ? "true" : "false",
        Enum => value.ToString(),
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal =>
            Convert.ToString(value, CultureInfo.CurrentUICulture),
        _ => null,
    };

    private static string Quote(string text, char quote)
    {
        var result = new StringBuilder(text.Length + 2).Append(quote);
        foreach (char c in text)
            result.Append(c == quote ? "\\" + c : Escape(c));
        return result.Append(quote).ToString();
    }

    private static string Escape(char c) => c switch
    {
        '\\' => @"\\",
        '\0' => "\\0",
        '\a' => "\\a",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\v' => "\\v",
        _ when IsUnprintable(c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        _ => c.ToString(),
    };

    private static bool IsUnprintable(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.ParagraphSeparator or
        UnicodeCategory.LineSeparator;
}
