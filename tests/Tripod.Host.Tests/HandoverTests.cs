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
            TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(3), ["/usr/bin/dotnet", "/tmp/x y|z.dll", "collect", "ü%7C\n"], "/tmp/a|b=c.log", hooks, hooks is null ? null : "/tmp/tripod-1/App.runtimeconfig.json", TimeSpan.FromMilliseconds(100));

        Handover? decoded = Handover.Decode(handover.Encode());

        Assert.NotNull(decoded);
        Assert.Equal(handover.CollectorCommand, decoded.CollectorCommand);
        Assert.Equal(handover, decoded with { CollectorCommand = handover.CollectorCommand });
    }

    [Theory]
    [InlineData("")]
    [InlineData("no fields")]
    [InlineData("1:21:21:3")]
    [InlineData("1:38:100000008:300000004:/log0:10:/collector")]
    [InlineData("1:22:-58:300000004:/log0:10:/collector")]
    [InlineData("1:23:ten8:300000004:/log0:10:/collector")]
    [InlineData("1:28:100000008:300000004:/log0:11:/collector")]
    [InlineData("1:28:100000008:300000004:/log0:-1:/collector")]
    [InlineData("1:28:100000008:300000004:/log0:")]
    public void Anything_else_is_none(string text) => Assert.Null(Handover.Decode(text));
}
