using Tripod.Samples;
using static Tripod.Log.Tests.Samples;

namespace Tripod.Log.Tests.Text;

public sealed class UnmovedTests
{
    [Fact]
    public void A_thread_that_has_not_moved_is_one_line_that_names_the_first_sample_where_it_stood_there()
    {
        string third = Last(Of(1, MainThread(Fetch(11))), Of(2, MainThread(Fetch(12))), Of(3, MainThread(Fetch(12))));
        Assert.Contains("""
            Thread 1 (OS 4711), main, waiting in socket: unchanged for 5 s, since sample 2 (02:31:38Z), at File "/app/slow.csx", line 12, in Fetch
            """, third, StringComparison.Ordinal);
        Assert.DoesNotContain("Thread.Sleep(delay);", third, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_shows_the_newest_frame_with_a_source_and_not_the_wait_below_it() =>
        Assert.Contains("/app/slow.csx", Last(
            Of(1, MainThread(Fetch(), Library("System.Threading.Thread.Sleep"))),
            Of(2, MainThread(Fetch(), Library("System.Threading.Thread.Sleep")))), StringComparison.Ordinal);

    [Fact]
    public void Another_line_another_frame_or_another_thread_of_the_same_id_is_told_in_full()
    {
        AssertTold(MainThread(Top, Fetch()), MainThread(Top, Fetch(13)));
        AssertTold(MainThread(Top, Fetch()), MainThread(Top));
        AssertTold(MainThread(Top, Fetch()), MainThread(Top, Fetch(), Library("A.B")));
        AssertTold(MainThread(Top), MainThread(Top) with { OsId = 9 });
        AssertTold(MainThread(Top), MainThread(Top) with { OmittedFrames = 9 });
        AssertTold(MainThread(Top), MainThread(Top) with { Problem = "incomplete" });
        AssertTold(MainThread(Top) with { Problem = "incomplete" }, MainThread(Top) with { Problem = "incomplete" });
    }

    [Fact]
    public void A_thread_that_was_away_for_a_sample_is_told_in_full() =>
        Assert.Contains("Fetch(", Last(Of(1, MainThread(Top)), Of(2), Of(3, MainThread(Top))), StringComparison.Ordinal);

    [Fact]
    public void A_day_later_the_date_is_said()
    {
        var late = Of(2, MainThread(Top)) with { Time = Start.AddHours(26) };
        Assert.Contains("unchanged for 1 d 2 h, since sample 1 (2026-11-21T02:31:33.123Z)", Last(Of(1, MainThread(Top)), late), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_values_are_one_line_for_all_threads_and_one_changed_value_is_told()
    {
        var first = Of(1, WithLocal(1, Deep(1)), WithLocal(2, Deep(1)), WithLocal(3, Deep(1)));
        var second = Of(2, WithLocal(1, Deep(1)), WithLocal(2, Deep(2)), WithLocal(3, Deep(1)));
        string text = Printed.Entries(new SampleStacks(first), new SampleVariables(first), new SampleStacks(second), new SampleVariables(second));
        string told = text[text.LastIndexOf("Full backtrace", StringComparison.Ordinal)..];
        Assert.Contains("Threads 1, 3: unchanged, values too, in all that is shown, for 5 s, since sample 1 (02:31:33Z)", told, StringComparison.Ordinal);
        Assert.Contains("Thread 2 \"Worker 2\"", told, StringComparison.Ordinal);
        Assert.Contains("{\"key\": (2, null)}", told, StringComparison.Ordinal);
        Assert.DoesNotContain("(1, null)", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Idle_threads_are_one_line_and_have_no_place_among_the_variables()
    {
        var sample = Of(1, MainThread(Top), Idle(4), Idle(9));
        string text = Printed.Entries(new SampleStacks(sample), new SampleVariables(sample));
        Assert.Contains("2 idle threads of the thread pool: 4, 9\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("WorkerThreadStart", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thread_that_was_idle_is_told_in_full_when_it_is_not()
    {
        string text = Printed.Entries(new SampleStacks(Of(1, Idle(4))), new SampleStacks(Of(2, Idle(4) with { IsIdle = false, Activity = ThreadActivity.Running })));
        Assert.Contains("WorkerThreadStart", text, StringComparison.Ordinal);
        Assert.DoesNotContain("unchanged", text, StringComparison.Ordinal);
    }

    private static ThreadStack WithLocal(int id, Value value) => Worker(id, Busy(8) with { Locals = [Var("x", value)] });

    private static Sequence Deep(int number) => new("object[]", 1,
        [new Map("Map", 1, [new(Quote("key"), new Composite("", [new Member("", Number(number)), new Member("", Value.Null)]))])]);

    private static void AssertTold(ThreadStack before, ThreadStack after)
    {
        string text = Last(Of(1, before), Of(2, after));
        Assert.Contains("in <top-level statements>\n    Fetch(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("unchanged", text, StringComparison.Ordinal);
    }

    private static string Last(params Sample[] samples)
    {
        string text = Printed.Entries([.. samples.Select(sample => new SampleStacks(sample))]);
        return text[text.LastIndexOf("Sample ", StringComparison.Ordinal)..];
    }
}
