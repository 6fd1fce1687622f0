using Tripod.Log.Text;

namespace Tripod.Log.Tests.Text;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("--password <redacted> file", "--password", "hunter2", "file")]
    [InlineData("--password=<redacted> file", "--password=hunter2", "file")]
    [InlineData("--api-key <redacted>", "--api-key", "-x")]
    [InlineData("/token:<redacted>", "/token:x")]
    [InlineData("DB_PASSWORD=<redacted>", "DB_PASSWORD=x")]
    [InlineData("-H Authorization:<redacted>", "-H", "Authorization: Bearer abcdefgh1")]
    [InlineData("--header=<redacted>", "--header=Authorization: Bearer abcdefgh1")]
    [InlineData("https:<redacted>", "https://user:password@example.com")]
    [InlineData("--url=<redacted>", "--url=https://user:password@example.com")]
    [InlineData("Server=<redacted>", "Server=db;User Id=sa;Password=hunter2")]
    [InlineData("<redacted>", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln")]
    public void A_secret_is_left_out(string shown, params string[] arguments) => Assert.Equal(shown, ArgumentText.Of(arguments));

    [Theory]
    [InlineData("")]
    [InlineData("a b", "a", "b")]
    [InlineData("\"a b\" c", "a b", "c")]
    [InlineData("\"\"", "")]
    [InlineData("\"say \\\"hi\\\"\"", "say \"hi\"")]
    [InlineData("--url=https://example.com/ --verbose", "--url=https://example.com/", "--verbose")]
    [InlineData("--keyboard us password", "--keyboard", "us", "password")]
    public void Anything_else_is_shown_and_quoted_where_needed(string shown, params string[] arguments) => Assert.Equal(shown, ArgumentText.Of(arguments));
}
