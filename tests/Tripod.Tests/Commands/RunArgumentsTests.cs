using Tripod.Commands;

namespace Tripod.Tests.Commands;

public class RunArgumentsTests
{
    [Theory]
    [InlineData("App.dll --quiet -i 3", "", "App.dll", "--quiet -i 3")]
    [InlineData("--interval 2 App.dll --interval 9", "--interval=2", "App.dll", "--interval 9")]
    [InlineData("--interval=2 App.dll -- x", "--interval=2", "App.dll", "-- x")]
    [InlineData("--interval 1 --interval=2 App.dll", "--interval=2", "App.dll", "")]
    [InlineData("--interval -1 App.dll", "--interval=-1", "App.dll", "")]
    [InlineData("- a b", "", "-", "a b")]
    [InlineData("@file a", "", "@file", "a")]
    [InlineData("--interval 2 -- --strange-name.dll --", "--interval=2", "--strange-name.dll", "--")]
    [InlineData("--quiet App.dll --help", "--quiet=1", "App.dll", "--help")]
    [InlineData("--no-cache --interval 2 --quiet a.csx 1", "--interval=2 --no-cache=1 --quiet=1", "a.csx", "1")]
    [InlineData("", "", null, "")]
    [InlineData("--quiet --", "--quiet=1", null, "")]
    public void Everything_after_the_target_is_its_own(string given, string options, string? target, string own)
    {
        var arguments = RunArguments.Parse(Words(given));

        Assert.Equal(options, string.Join(' ', arguments.Options.Select(option => $"{option.Key}={option.Value}").Order(StringComparer.Ordinal)));
        Assert.Equal(target, arguments.Target);
        Assert.Equal(Words(own), arguments.Arguments);
        Assert.False(arguments.WantsHelp);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--interval 2 -h App.dll")]
    [InlineData("-?")]
    public void Help_can_be_asked_for_before_the_target(string given) => Assert.True(RunArguments.Parse(Words(given)).WantsHelp);

    [Theory]
    [InlineData("--foo App.dll", "unknown option '--foo'")]
    [InlineData("-x=3 App.dll", "unknown option '-x'")]
    [InlineData("--interval", "option '--interval' needs a value")]
    [InlineData("--quiet=1 App.dll", "option '--quiet' takes no value; leave out '=1'")]
    public void A_wrong_option_before_the_target_is_named(string given, string complaint)
    {
        var failure = Assert.Throws<LaunchException>(() => RunArguments.Parse(Words(given)));

        Assert.StartsWith(complaint, failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Failed, failure.ExitStatus);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
