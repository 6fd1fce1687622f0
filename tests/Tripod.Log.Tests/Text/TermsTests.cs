using Tripod.Log.Text;

namespace Tripod.Log.Tests.Text;

public sealed class TermsTests
{
    [Theory]
    [InlineData(0.0004, "0.0 ms")]
    [InlineData(1.512, "1.51 ms")]
    [InlineData(36.24, "36.2 ms")]
    [InlineData(999, "999 ms")]
    [InlineData(999.6, "1 s")]
    [InlineData(2_450, "2.45 s")]
    [InlineData(125_000, "2 min 5 s")]
    [InlineData(7_500_000, "2 h 5 min")]
    [InlineData(180_000_000, "2 d 2 h")]
    [InlineData(-1, "unknown time")]
    public void A_duration_has_a_readable_unit(double milliseconds, string text) => Assert.Equal(text, Terms.Duration(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData(250, "250 ms")]
    [InlineData(1_500, "1.5 s")]
    [InlineData(60_000, "00:01:00")]
    [InlineData(90_500, "00:01:30.5")]
    [InlineData(7_200_000, "02:00:00")]
    [InlineData(100_000_000, "1.03:46:40")]
    public void A_time_that_was_asked_for_is_exact(double milliseconds, string text) => Assert.Equal(text, Terms.Exactly(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void An_instant_is_utc_whatever_its_offset() => Assert.Equal("2026-11-20T23:31:33.007Z",
        Terms.Instant(new DateTimeOffset(2026, 11, 21, 2, 31, 33, 7, TimeSpan.FromHours(3))));
}
