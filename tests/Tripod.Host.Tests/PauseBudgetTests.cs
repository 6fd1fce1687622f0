namespace Tripod.Host.Tests;

public class PauseBudgetTests
{
    [Fact]
    public void Nothing_waits_before_the_first_pause() => Assert.True(new PauseBudget(100).IsOver(0));

    [Fact]
    public void After_a_pause_within_the_budget_nothing_waits()
    {
        var budget = new PauseBudget(100);
        budget.Spend(100, start: 1000);

        Assert.True(budget.IsOver(1001));
    }

    [Fact]
    public void After_a_longer_one_the_next_waits_for_fifty_times_the_pause()
    {
        var budget = new PauseBudget(100);
        budget.Spend(101, start: 1000);

        Assert.False(budget.IsOver(1000 + 50 * 101 - 1));
        Assert.True(budget.IsOver(1000 + 50 * 101));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void Long_pauses_hold_the_target_for_two_percent_of_the_time_at_most(long interval)
    {
        var budget = new PauseBudget(5);
        long held = 0, now = 0;
        for (; now < 1_000_000; now += interval)
        {
            if (!budget.IsOver(now))
                continue;
            long pause = 6 + now % 70;
            held += pause;
            budget.Spend(pause, now);
        }

        Assert.InRange(held, now / 200, now / 50 + 76);
    }

    [Fact]
    public void When_pauses_are_short_again_every_tick_counts()
    {
        var budget = new PauseBudget(100);
        budget.Spend(200, start: 0);
        budget.Spend(20, start: 10_000);

        Assert.True(budget.IsOver(10_001));
    }

    [Fact]
    public void Without_a_budget_nothing_ever_waits()
    {
        var budget = new PauseBudget(0);
        budget.Spend(1_000_000, start: 0);

        Assert.True(budget.IsOver(1));
    }
}
