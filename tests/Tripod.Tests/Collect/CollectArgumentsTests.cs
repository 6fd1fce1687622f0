using System.Globalization;
using Tripod.Collect;
using Tripod.Samples;

namespace Tripod.Tests.Collect;

public class CollectArgumentsTests
{
    [Fact]
    public void What_the_launcher_writes_the_collector_reads()
    {
        var written = new CollectArguments("/tmp/a b|c.log", false, true, false, new Limits { Depth = 2, Threads = 7, AsyncTime = 8, Chains = 9, StaticTypes = 10, Bytes = 11_000, Pause = 12, FileSize = 13, Files = 14 });

        string[] command = [.. written.ToCommand(), 1234.ToString(CultureInfo.InvariantCulture)];

        Assert.Equal(CollectArguments.Command, command[0]);
        Assert.Equal(written with { TargetPid = 1234 }, CollectArguments.Parse(command[1..]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void One_word_too_few_or_too_many_is_refused(int tooMany)
    {
        string[] command = [.. Command(new Limits()), "1234"];

        Assert.Null(CollectArguments.Parse(tooMany == 0 ? command[..^1] : [.. command, "1"]));
        Assert.NotNull(CollectArguments.Parse(command));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    public void A_process_id_that_is_none_is_refused(string pid) =>
        Assert.Null(CollectArguments.Parse([.. Command(new Limits()), pid]));

    [Fact]
    public void A_limit_beyond_its_bounds_is_refused()
    {
        string[] command = [.. Command(new Limits { Depth = 7 }), "1234"];
        command[Array.IndexOf(command, "7")] = "99";

        Assert.Null(CollectArguments.Parse(command));
    }

    // without the subcommand's name
    private static IEnumerable<string> Command(Limits limits) =>
        new CollectArguments("log", false, false, false, limits).ToCommand().Skip(1);
}
