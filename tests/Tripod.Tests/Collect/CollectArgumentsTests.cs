using System.Globalization;
using Tripod.Collect;
using Tripod.Samples;

namespace Tripod.Tests.Collect;

public class CollectArgumentsTests
{
    [Fact]
    public void What_the_launcher_writes_the_collector_reads()
    {
        var written = new CollectArguments("/tmp/a b|c.log", false, true, false, new Limits { Depth = 2, Threads = 7, AsyncTime = 8, Chains = 9, StaticTypes = 10 });

        string[] command = [.. written.ToCommand(), 1234.ToString(CultureInfo.InvariantCulture)];

        Assert.Equal(CollectArguments.Command, command[0]);
        Assert.Equal(written with { TargetPid = 1234 }, CollectArguments.Parse(command[1..]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("log 1 0 0 3 20 200 200 200 500 1000 50 50")]
    [InlineData("log 1 0 0 3 20 200 200 200 500 1000 50 50 0")]
    [InlineData("log 1 0 0 3 20 200 200 200 500 1000 50 50 x")]
    [InlineData("log 1 0 0 99 20 200 200 200 500 1000 50 50 12")]
    public void Anything_else_is_refused(string arguments) =>
        Assert.Null(CollectArguments.Parse(arguments.Split(' ')));
}
