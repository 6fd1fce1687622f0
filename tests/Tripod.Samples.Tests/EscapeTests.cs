namespace Tripod.Samples.Tests;

public sealed class EscapeTests
{
    [Theory]
    [InlineData("plain ASCII ~!", "plain ASCII ~!")]
    [InlineData("größe 日本語 שלום 😀 e\u0301", "größe 日本語 שלום 😀 e\u0301")]
    [InlineData("\"quotes\" and \\", "\"quotes\" and \\")]
    [InlineData("a\nb\r\tc", "a\\u000Ab\\u000D\\u0009c")]
    [InlineData("\u001b[31m", "\\u001B[31m")]
    [InlineData("\u0085\u009b\u007f", "\\u0085\\u009B\\u007F")]
    [InlineData("\u2028\u2029", "\\u2028\\u2029")]
    [InlineData("\u202a\u202e\u2066\u2069\u200e\u200f\u061c", "\\u202A\\u202E\\u2066\\u2069\\u200E\\u200F\\u061C")]
    [InlineData("\ufeff\u200b\u200d\u2060\u00ad\u180e", "\\uFEFF\\u200B\\u200D\\u2060\\u00AD\\u180E")]
    [InlineData("\u00a0\u2007\u202f\u1680", "\\u00A0\\u2007\\u202F\\u1680")]
    [InlineData("a\ufe0fb\U000E0100", "a\\uFE0Fb\\uDB40\\uDD00")]
    [InlineData("\U000E0041", "\\uDB40\\uDC41")]
    [InlineData("\u3164\uffa0\u115f\u034f\u2800", "\\u3164\\uFFA0\\u115F\\u034F\\u2800")]
    [InlineData("\ue000\U000F0000\uffff\U0001FFFF", "\\uE000\\uDB80\\uDC00\\uFFFF\\uD83F\\uDFFF")]
    [InlineData("\ufff9x\ufffb", "\\uFFF9x\\uFFFB")]
    [InlineData("\u0301a\u0301\u0301\u0301\u0301\u0301\u0301", "\\u0301a\u0301\u0301\u0301\u0301\\u0301\\u0301")]
    [InlineData("", "")]
    public void What_could_mislead_is_shown_by_its_code_and_all_else_stays(string text, string escaped) => Assert.Equal(escaped, Escape.Text(text));

    // Made here: a test's name cannot hold half a pair.
    [Fact]
    public void Half_a_surrogate_pair_is_shown_by_its_code()
    {
        Assert.Equal("\\uD83D", Escape.Text("\ud83d"));
        Assert.Equal("\\uDE00x", Escape.Text("\ude00x"));
        Assert.Equal("\\uD83D😀\\uDE00", Escape.Text("\ud83d😀\ude00"));
    }

    [Fact]
    public void A_literal_has_Csharps_shorthands_and_can_be_read_back()
    {
        Assert.Equal("""a\"b\\c\n\r\t\0\u001B""", Escape.Literal("a\"b\\c\n\r\t\0\u001b"));
        Assert.Equal("plain", Escape.Literal("plain"));
    }

    [Fact]
    public void No_character_of_Unicode_gets_through_that_is_unsafe_and_none_is_lost()
    {
        for (int c = 0; c <= 0x10FFFF; c++)
        {
            string text = c is >= 0xD800 and <= 0xDFFF ? ((char)c).ToString() : char.ConvertFromUtf32(c);
            string safe = Escape.Text("a" + text);
            Assert.True(safe == "a" + text || safe == "a" + string.Concat(text.Select(unit => $"\\u{(int)unit:X4}")), $"U+{c:X4}");
            foreach (var rune in safe.EnumerateRunes())
                Assert.False(Escape.IsUnsafe(rune), $"U+{c:X4}");
        }
    }

    [Fact]
    public void Escaping_what_is_escaped_changes_nothing()
    {
        string once = Escape.Text("\u202e\nx\ud800\u0301\u0301");
        Assert.Equal(once, Escape.Text(once));
    }

    [Fact]
    public void A_unit_of_UTF16_is_unsafe_if_it_is_half_a_pair_or_its_character_is()
    {
        Assert.True(Escape.IsUnsafe('\ud800'));
        Assert.True(Escape.IsUnsafe('\n'));
        Assert.False(Escape.IsUnsafe('a'));
        Assert.False(Escape.IsUnsafe(' '));
    }
}
