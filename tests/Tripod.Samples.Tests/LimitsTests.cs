namespace Tripod.Samples.Tests;

public sealed class LimitsTests
{
    public static TheoryData<string, int, int, Func<int, Limits>> All => new()
    {
        { nameof(Limits.Depth), 0, 20, value => new Limits { Depth = value } },
        { nameof(Limits.Items), 1, 10_000, value => new Limits { Items = value } },
        { nameof(Limits.StringLength), 1, 1_000_000, value => new Limits { StringLength = value } },
        { nameof(Limits.Nodes), 1, 100_000, value => new Limits { Nodes = value } },
        { nameof(Limits.Frames), 1, 100_000, value => new Limits { Frames = value } },
        { nameof(Limits.Threads), 1, 100_000, value => new Limits { Threads = value } },
        { nameof(Limits.AsyncTime), 0, 60_000, value => new Limits { AsyncTime = value } },
        { nameof(Limits.Chains), 1, 100_000, value => new Limits { Chains = value } },
        { nameof(Limits.StaticTypes), 1, 100_000, value => new Limits { StaticTypes = value } },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void A_limit_takes_its_least_and_its_most_and_nothing_beyond(string name, int least, int most, Func<int, Limits> make)
    {
        var property = typeof(Limits).GetProperty(name)!;
        Assert.Equal(least, property.GetValue(make(least)));
        Assert.Equal(most, property.GetValue(make(most)));
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => make(least - 1));
        Assert.Equal((name, (object)(least - 1)), (e.ParamName, e.ActualValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => make(most + 1));
    }

    [Fact]
    public void The_defaults_are_within_their_own_bounds()
    {
        foreach (var (name, least, most, _) in All.Select(row => row.Data))
            Assert.InRange((int)typeof(Limits).GetProperty(name)!.GetValue(new Limits())!, least, most);
    }
}
