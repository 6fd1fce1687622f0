using Tripod.Wire;

namespace Tripod.Host.Tests;

public class HandoverTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/a hook.dll:/another|hook.dll")]
    public void What_the_launcher_hands_over_arrives(string? hooks)
    {
        var handover = new Handover(
            TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(3), ["/usr/bin/dotnet", "/tmp/x y|z.dll", "collect", "ü%7C\n"], "/tmp/a|b=c.log", hooks);

        Handover? decoded = Handover.Decode(handover.Encode());

        Assert.NotNull(decoded);
        Assert.Equal(handover.CollectorCommand, decoded.CollectorCommand);
        Assert.Equal(handover, decoded with { CollectorCommand = handover.CollectorCommand });
    }

    [Theory]
    [InlineData("")]
    [InlineData("1|2|3")]
    [InlineData("2|10000000|30000000|/log||/collector")]
    [InlineData("1|-5|30000000|/log||/collector")]
    [InlineData("1|ten|30000000|/log||/collector")]
    public void Anything_else_is_none(string text) => Assert.Null(Handover.Decode(text));
}
