namespace Tripod.Host.Tests;

public class TickScheduleTests
{
    [Fact]
    public void The_first_tick_is_due_one_interval_after_the_start()
    {
        var ticks = new TickSchedule(start: 1000, interval: 100);

        Assert.Equal(1100, ticks.Next);
        Assert.False(ticks.TryTake(1099, out _));
        Assert.True(ticks.TryTake(1100, out long missed));
        Assert.Equal((1, 0), (ticks.Number, missed));
    }

    [Fact]
    public void Late_work_does_not_move_later_ticks()
    {
        var ticks = new TickSchedule(start: 0, interval: 100);

        Assert.True(ticks.TryTake(173, out _));

        Assert.Equal(200, ticks.Next);
    }

    [Fact]
    public void Ticks_that_passed_unseen_are_counted_and_not_made_up_for()
    {
        var ticks = new TickSchedule(start: 0, interval: 100);

        Assert.True(ticks.TryTake(1050, out long missed));

        Assert.Equal((10, 9), (ticks.Number, missed));
        Assert.False(ticks.TryTake(1050, out missed));
        Assert.Equal(0, missed);
        Assert.Equal(1100, ticks.Next);
    }
}
