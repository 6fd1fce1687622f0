namespace Tripod.Host.Tests;

public class BackoffTests
{
    [Fact]
    public void Nothing_waits_before_the_first_failure() => Assert.True(new Backoff().IsOver(0));

    [Fact]
    public void Each_failure_in_a_row_waits_twice_as_long_up_to_ten_seconds()
    {
        var backoff = new Backoff();
        long now = 0;
        List<long> waits = [];
        for (int i = 0; i < 10; i++)
        {
            backoff.Fail(now);
            long wait = Backoff.Shortest;
            while (!backoff.IsOver(now + wait))
                wait += Backoff.Shortest;
            waits.Add(wait / Backoff.Shortest);
            now += wait;
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 100, 100, 100], waits);
    }

    [Fact]
    public void After_a_success_a_failure_is_a_first_one_again()
    {
        var backoff = new Backoff();
        backoff.Fail(0);
        backoff.Fail(0);

        backoff.Reset();
        backoff.Fail(0);

        Assert.False(backoff.IsOver(Backoff.Shortest - 1));
        Assert.True(backoff.IsOver(Backoff.Shortest));
    }
}
