using Tripod.Inspection.Stacks;
using Tripod.Samples;
using Tripod.Wire;

namespace Tripod.Inspection.Tests.Stacks;

public class ProcessorTimesTests
{
    private readonly ProcessorTimes _times = new();

    [Fact]
    public void A_thread_used_what_its_time_has_grown_by_since_the_sample_before()
    {
        Assert.Empty(At(10, (7, 2_000)));
        var use = Assert.Single(At(12, (7, 3_500))).Value;
        Assert.Equal(new ProcessorUse(TimeSpan.FromMilliseconds(1_500), TimeSpan.FromSeconds(2)), use);
        Assert.Equal(0.75, use.Share);
    }

    [Fact]
    public void A_thread_that_was_not_there_before_has_no_use_yet()
    {
        At(10, (7, 2_000));
        Assert.DoesNotContain(8, At(12, (7, 2_000), (8, 100)).Keys);
    }

    [Fact]
    public void A_new_thread_with_the_number_of_an_old_one_has_no_use_yet()
    {
        At(10, (7, 2_000));
        Assert.Empty(At(12, (7, 100)));
    }

    [Fact]
    public void A_time_that_could_not_be_read_is_not_taken_for_none()
    {
        At(10, (7, 2_000));
        Assert.Empty(At(12, (7, 0)));
        Assert.Empty(At(14, (7, 4_000)));
    }

    private Dictionary<int, ProcessorUse> At(int seconds, params (int Tid, long Milliseconds)[] threads) => _times.Since(
        [.. threads.Select(thread => new ThreadRecord { Tid = thread.Tid, CpuTime = thread.Milliseconds * 1_000_000 })],
        TimeSpan.FromSeconds(seconds));
}
