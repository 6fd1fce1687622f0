using Tripod.Commands;

namespace Tripod.Tests.Commands;

public class TargetSplitTests
{
    [Theory]
    [InlineData("App.dll --quiet -i 3", "-- App.dll --quiet -i 3")]
    [InlineData("--interval 2 App.dll --interval 9", "--interval 2 -- App.dll --interval 9")]
    [InlineData("--interval=2 App.dll -- x", "--interval=2 -- App.dll -- x")]
    [InlineData("- a b", "-- - a b")]
    [InlineData("--interval 2 -- --strange-name.dll", "--interval 2 -- --strange-name.dll")]
    [InlineData("--help", "--help --")]
    [InlineData("--quiet App.dll --quiet", "--quiet -- App.dll --quiet")]
    [InlineData("--no-cache --interval 2 --quiet a.csx 1", "--no-cache --interval 2 --quiet -- a.csx 1")]
    [InlineData("", "--")]
    public void Everything_after_the_target_is_left_alone(string given, string expected)
    {
        var marked = TargetSplit.Mark(RunCommand.Create(), given.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(expected, string.Join(' ', marked));
    }

    [Theory]
    [InlineData("--foo App.dll", "unknown option '--foo'")]
    [InlineData("-x=3 App.dll", "unknown option '-x'")]
    [InlineData("--interval", "option '--interval' needs a value")]
    [InlineData("--quiet=1 App.dll", "option '--quiet' takes no value; leave out '=1'")]
    public void A_wrong_option_before_the_target_is_named(string given, string complaint)
    {
        var failure = Assert.Throws<LaunchException>(() => TargetSplit.Mark(RunCommand.Create(), given.Split(' ')).ToList());

        Assert.StartsWith(complaint, failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Failed, failure.ExitStatus);
    }
}
