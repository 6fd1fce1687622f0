using Tripod.Proof.Tracing;

namespace Tripod.Proof.Tests;

/// <summary>Lists side by side.</summary>
public sealed class AlignmentTests
{
    [Theory]
    [InlineData("abc", "abc", "aa bb cc")]
    [InlineData("abc", "ac", "aa b- cc")]
    [InlineData("ac", "abc", "aa -b cc")]
    [InlineData("abcd", "bxd", "a- bb c- -x dd")]
    [InlineData("", "a", "-a")]
    public void What_only_one_list_has_stands_alone(string first, string second, string pairs)
    {
        var aligned = Alignment.Of(first.Length, second.Length, (i, j) => first[i] == second[j]);

        Assert.Equal(pairs, string.Join(' ', aligned.Select(pair => $"{Letter(first, pair.First)}{Letter(second, pair.Second)}")));
    }

    private static char Letter(string text, int index) => index == Alignment.None ? '-' : text[index];
}
