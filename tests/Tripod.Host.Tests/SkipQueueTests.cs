using Tripod.Wire;

namespace Tripod.Host.Tests;

public class SkipQueueTests
{
    [Fact]
    public void Skips_in_a_row_for_one_reason_are_one_entry_that_keeps_the_first_tick()
    {
        var queue = new SkipQueue();
        queue.Add(new Skip(5, 500, SkipReason.StillReading, 0));
        queue.Add(new Skip(6, 600, SkipReason.StillReading, 0));

        Assert.Equal([new Skip(5, 500, SkipReason.StillReading, 0, Count: 2)], Drain(queue));
    }

    [Fact]
    public void Another_reason_or_errno_is_another_entry()
    {
        var queue = new SkipQueue();
        Skip[] skips =
        [
            new(1, 0, SkipReason.StillReading, 0),
            new(2, 0, SkipReason.TwinNotForked, 11),
            new(3, 0, SkipReason.TwinNotForked, 12),
            new(4, 0, SkipReason.StillReading, 0),
        ];
        foreach (Skip skip in skips)
            queue.Add(skip);

        Assert.Equal(skips, Drain(queue));
    }

    [Fact]
    public void A_full_queue_loses_the_order_but_no_tick()
    {
        var queue = new SkipQueue();
        for (int i = 0; i < 1000; i++)
            queue.Add(new Skip(i, 0, i % 2 == 0 ? SkipReason.BackingOff : SkipReason.CollectorDied, 0));

        List<Skip> skips = Drain(queue);

        Assert.Equal(SkipQueue.Capacity, skips.Count);
        Assert.Equal(500, skips.Where(skip => skip.Reason == SkipReason.BackingOff).Sum(skip => skip.Count));
        Assert.Equal(500, skips.Where(skip => skip.Reason == SkipReason.CollectorDied).Sum(skip => skip.Count));
    }

    private static List<Skip> Drain(SkipQueue queue)
    {
        List<Skip> skips = [];
        while (queue.TryPeek(out Skip skip))
        {
            skips.Add(skip);
            queue.Remove();
        }
        return skips;
    }
}
