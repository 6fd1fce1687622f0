using System.Globalization;
using Tripod.Inspection.Tests.Processes;
using Tripod.Samples;

namespace Tripod.Inspection.Tests.Stacks;

/// <summary>What compilers and the runtime split or add is shown as the author wrote it.</summary>
public class FoldsTests
{
    private static readonly Lazy<Sample> Folded = new(() => Read(isRaw: false));
    private static readonly Lazy<Sample> Raw = new(() => Read(isRaw: true));

    [Theory]
    [InlineData("catch", "Catch: Place.Sleep(); // catching")]
    [InlineData("nested catch", "NestedCatch: Place.Sleep(); // catching twice")]
    [InlineData("finally", "Finally: Place.Sleep(); // finally")]
    [InlineData("finally of an exception", "<lambda>: FinallyOfException();", "FinallyOfException: Place.Sleep(); // unwinding")]
    [InlineData("after catch", "AfterCatch: Place.Sleep(); // after")]
    [InlineData("recursive catch",
        "<lambda>: Place.Run(\"recursive catch\", () => RecursiveCatch(3));",
        "RecursiveCatch: RecursiveCatch(depth - 1); // deeper",
        "RecursiveCatch: RecursiveCatch(depth - 1); // deeper",
        "RecursiveCatch: Place.Sleep(); // deepest")]
    public void A_method_that_handles_an_exception_is_one_frame(string thread, params string[] frames) =>
        Assert.Equal(frames, Of(Folded.Value.Thread(thread), "Handlers.cs"));

    [Fact]
    public void A_filter_runs_above_the_frames_that_threw() => Assert.Equal(
        [
            "Filter: Throw(\"filtered\");",
            "Throw: private static void Throw(string message) => throw new InvalidOperationException(message);",
            "Filter: catch (InvalidOperationException) when (Wait())",
            "Wait: Place.Sleep(); // filtering",
        ],
        Of(Folded.Value.Thread("filter"), "Handlers.cs"));

    [Fact]
    public void So_does_one_within_a_finally_block() => Assert.Equal(
        [
            "FilterInFinally: Throw(\"filtered in finally\"); // in finally",
            "Throw: private static void Throw(string message) => throw new InvalidOperationException(message);",
            "FilterInFinally: catch (InvalidOperationException) when (Wait()) // filter in finally",
            "Wait: Place.Sleep(); // filtering",
        ],
        Of(Folded.Value.Thread("filter in finally"), "Handlers.cs"));

    [Fact]
    public void A_method_hidden_from_stack_traces_is_left_out() =>
        Assert.Equal(["<lambda>", "Hidden", "Sleep"], Own(Folded.Value.Thread("hidden")).Select(frame => frame.ShortMethod));

    [Fact]
    public void An_async_method_stands_directly_above_the_one_that_resumed_it() => Assert.Equal(
        ["System.Threading.ThreadPoolWorkQueue.Dispatch", "InspectFolds.Resumed.InnerAsync", "InspectFolds.Resumed.OuterAsync", "InspectFolds.Place.Sleep", "System.Threading.Thread.Sleep"],
        Folded.Value.Thread("resumed").Frames.Select(frame => frame.Method).SkipWhile(method => !method.EndsWith("Dispatch", StringComparison.Ordinal)));

    [Fact]
    public void A_raw_stack_shows_all_of_them()
    {
        Assert.Equal(2, Raw.Value.Thread("catch").Frames.Count(frame => frame.ShortMethod == "Catch"));
        Assert.Contains(Raw.Value.Thread("hidden").Frames, frame => frame.ShortMethod == "SleepHidden");
        Assert.Contains(Raw.Value.Thread("resumed").Frames, frame => frame.Method.Contains("AsyncStateMachineBox", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("catch", "caught")]
    [InlineData("nested catch", "inner")]
    [InlineData("finally of an exception", "passing")]
    [InlineData("filter", "filtered")]
    [InlineData("recursive catch", "depth 1")]
    public void A_thread_that_handles_an_exception_shows_it(string thread, string message)
    {
        var exception = Assert.IsType<Composite>(Folded.Value.Thread(thread).Exception);
        Assert.Contains(exception.Members, member => member is { Name: "Message", Value: StringValue { Text: var text } } && text == message);
    }

    [Fact]
    public void What_a_thread_waits_for_is_told_in_a_catch_block_but_not_in_a_filter_where_the_DAC_would_crash()
    {
        Assert.NotNull(Folded.Value.Thread("lock in a catch").Wait);
        Assert.Null(Folded.Value.Thread("lock in a filter").Wait);
        Assert.Equal("lock", Folded.Value.Thread("lock in a filter").WaitingIn);
    }

    [Theory]
    [InlineData("after catch")]
    [InlineData("finally")]
    [InlineData("hidden")]
    public void An_exception_that_was_handled_is_not_shown(string thread) => Assert.Null(Folded.Value.Thread(thread).Exception);

    // ready means on the way: the last step into the kernel takes a moment more
    private static Sample Read(bool isRaw)
    {
        using TargetProcess target = TargetProcess.Start("InspectFolds");
        int threads = int.Parse(target.Ready["ready ".Length..], CultureInfo.InvariantCulture);
        using var inspector = new Inspector(target.Pid, new InspectionOptions { Raw = isRaw });
        for (long number = 1; ; number++)
        {
            using StoppedProcess stopped = StoppedProcess.Stop(target.Pid);
            Sample sample = inspector.ReadStacks(stopped.Capture(number));
            if (sample.Threads.Count(thread => thread.WaitingIn is "sleep" or "lock") == threads)
                return inspector.ReadVariables(inspector.ReadWaits(sample));
        }
    }

    private static IEnumerable<string> Of(ThreadStack thread, string file) =>
        Own(thread).Where(frame => Path.GetFileName(frame.Source!.File) == file).Select(frame => $"{frame.ShortMethod}: {frame.Source!.Text}");

    private static IEnumerable<Frame> Own(ThreadStack thread) => thread.Frames.Where(frame => frame.Assembly == "InspectFolds.dll");
}
